import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Duration } from '#engine';
import { durationMs } from '../duration.ts';

interface ServiceFile {
  readonly assumed: Readonly<Record<string, { readonly value: string | number | boolean }>>;
}

/** What a service's file tells its readers to be assumed, by name: as it stands, or a duration in ms. */
export function toldBy(service: string) {
  const { assumed }: ServiceFile = parse(readFileSync(`scenarios/${service}/service.yaml`, 'utf8'));
  const told = (name: string) => assumed[name]?.value;
  return { told, toldMs: (name: string) => durationMs(String(told(name)) as Duration) };
}
