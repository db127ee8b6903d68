import { dayOf, noonOf, resolvePersona, startDay } from '#engine';
import type { HelpLevel, RunCondition } from '#recording';
import type { Asked } from './asked.ts';
import type { Content } from './content.ts';
import type { Pace } from './run-clock.ts';
import type { SessionState } from './state.ts';

/** Who plays what, from when, and how: all that a run is besides what happened in it. */
export interface RunCard {
  /** Scenario id: one run of a scenario at a time on a device. */
  readonly scenario: string;
  readonly hash: string;
  /** 128-bit id and secret, hex. */
  readonly run: string;
  readonly secret: string;
  readonly persona: string;
  /** ISO day on which the run began. */
  readonly today: string;
  /** Epoch ms, device clock. */
  readonly startedAt: number;
  /** Jumps of the run's clock, ms. */
  readonly jumped: number;
  /** Absent: as it goes by itself. */
  readonly pace?: Pace;
  readonly level: HelpLevel;
  readonly conditions: readonly RunCondition[];
  readonly variant: string | null;
}

/** The card of a new run: what the address asks for, where the scenario knows it; the wording is drawn otherwise. */
export function newCard(
  { scenario, personas }: Content,
  asked: Asked,
  { now, level, makeId, chance }: { now: number; level: HelpLevel; makeId: () => string; chance: () => number },
): RunCard {
  const today = startDay(scenario, dayOf(now));
  const wordings = [null, ...scenario.variants.map(({ id }) => id)];
  return {
    scenario: scenario.id,
    hash: scenario.hash,
    run: makeId(),
    secret: makeId(),
    persona: asked.persona && asked.persona in personas ? asked.persona : (scenario.personas[0] ?? ''),
    today,
    startedAt: now,
    // A procedure that opens on some days only is played on another day than the device's.
    jumped: noonOf(today) - noonOf(dayOf(now)),
    level: asked.level ?? level,
    conditions: asked.conditions ?? [],
    variant:
      asked.variant === undefined ? drawn(wordings, chance) : (wordings.find((id) => id === asked.variant) ?? null),
  };
}

/** What its stream says of a run first, the device aside. */
export function startOf({ scenario, hash, persona, variant, level, conditions }: RunCard) {
  return { type: 'RunStarted', scenario: `${scenario}@${hash}`, persona, variant, level, conditions } as const;
}

/** Each as likely as the others: whoever gets one wording is like whoever gets another. */
function drawn<T>(wordings: readonly T[], chance: () => number): T | null {
  return wordings[Math.floor(chance() * wordings.length)] ?? null;
}

/** A kept run is taken up again unless the scenario has changed or the address asks for another run. */
export function stillFits(card: RunCard, { scenario, personas }: Content, { persona, conditions }: Asked): boolean {
  return (
    card.hash === scenario.hash &&
    card.persona in personas &&
    (persona === undefined || persona === card.persona) &&
    (conditions === undefined || conditions.join() === card.conditions.join())
  );
}

/** What the desk knows of the scenario and of who plays it. */
export function introduce(card: RunCard, { scenario, personas }: Content) {
  const resolved = scenario.personas.flatMap((id) => {
    const source = personas[id];
    return source ? [resolvePersona(source, card.today)] : [];
  });
  const persona = resolved.find(({ id }) => id === card.persona);
  if (!persona) throw new Error('A run was opened without its persona.');
  return {
    scenario,
    persona,
    personas: resolved.map(({ id, title, story }) => ({ id, title, story })),
    today: card.today,
    conditions: card.conditions,
  } satisfies Partial<SessionState>;
}
