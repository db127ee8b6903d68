/** A named change of a fake back end, as an example writes it. */
export interface NamedPreset {
  readonly service: string;
  readonly name: string;
}

/** Reads a name of `world:`: « four-failures » speaks of the scenario's own service, « autre.panne » of another that it calls. */
export function presetOf(written: string, own: string): NamedPreset {
  const [first = '', second] = written.split('.');
  return second === undefined ? { service: own, name: first } : { service: first, name: second };
}
