import { type Persona, type PersonaSource, resolvePersona } from '#engine';

const settledPersonas = new WeakMap<PersonaSource, Map<string, Persona>>();

/** `resolvePersona`, once a day and a persona: a walk starts a hundred runs. */
export function personaOn(source: PersonaSource, today: string): Persona {
  const days = settledPersonas.get(source) ?? new Map<string, Persona>();
  settledPersonas.set(source, days);
  const persona = days.get(today) ?? resolvePersona(source, today);
  days.set(today, persona);
  return persona;
}
