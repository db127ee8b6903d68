import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Scenario } from '#engine';

const folder = join(resolve(import.meta.dirname, '../..'), '.cache/examined');

/** Names a screen (or an ending) of one edition of a scenario. */
export const screenKey = (scenario: Scenario, screen: string): string => `${scenario.id} ${scenario.hash} ${screen}`;

/** Workers do not share memory: each leaves a note a screen, read once all have finished. */
export function noteExamined(key: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, encodeURIComponent(key)), '');
}

export function isExamined(key: string): boolean {
  return existsSync(join(folder, encodeURIComponent(key)));
}

export function examinedKeys(): ReadonlySet<string> {
  return new Set(existsSync(folder) ? readdirSync(folder).map(decodeURIComponent) : []);
}

/** Before all tests: what an earlier run examined does not count. */
export default function forget(): void {
  rmSync(folder, { recursive: true, force: true });
}
