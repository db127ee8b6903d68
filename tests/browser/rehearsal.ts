import { createHash } from 'node:crypto';
import { type Act, Driver } from '#authoring';
import {
  type AnswerSource,
  type Condition,
  type Facts,
  holds,
  noonOf,
  type PersonaSource,
  type RawEntry,
  rawOf,
  resolveAnswer,
  type Scenario,
} from '#engine';
import { type BackEnd, createBackEnd, fakeServices } from '#mocks';
import { createRecorder, type RunEvent } from '#recording';
import type { KeptRun } from '../../src/replica/session/device/kept-run.ts';
import { fillTexts } from '../../src/replica/session/entries/fill-screen.ts';

/** Runs happen in 2031: a scenario must still be right then. */
export const calendar = '2031-03-17';
/** What the device's clock says when a run begins: the same day in the browser's odd time zone. */
const morning = Date.parse(`${calendar}T09:00:00Z`);

/** Who plays what. `name` makes the run's id: two plays never share one. */
export interface Cast {
  readonly scenario: Scenario;
  readonly persona: PersonaSource;
  readonly name: string;
  readonly world?: readonly string[];
}

type Typing = Extract<Act, { do: 'type' }>;

/** An act as hands do it. */
export type HandAct = Exclude<Act, Typing> | (Typing & { readonly code?: Code });

/** What is typed is read in a message made from this template, the newest. */
export type Code = Extract<AnswerSource, { message: string }>;

/** Where a run stands before an act. */
export interface Moment {
  /** Id of the screen shown, or of the ending reached. */
  readonly at: string;
  /** Equal when a person sees the same page with the same entries, and the branches read the same facts. */
  readonly seen: string;
  /** The device's clock, epoch ms. */
  readonly clock: number;
  /** What a device would keep of it. */
  readonly kept: KeptRun;
}

export interface Rehearsal {
  readonly acts: readonly HandAct[];
  /** One more than the acts: the last is the end. */
  readonly moments: readonly Moment[];
  /** What went otherwise than said, or null. */
  readonly failure: string | null;
}

const digest = (data: unknown, length: number): string =>
  createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, length);

/**
 * Plays without a browser, through the real engine and the real fake back ends, and tells act by act what was done and
 * where the run stood. `from`: on a run taken up there, as after a reload.
 */
export async function rehearse(
  { scenario, persona, name, world }: Cast,
  play: (driver: Driver) => Promise<string | null>,
  from?: Moment,
): Promise<Rehearsal> {
  const acts: HandAct[] = [];
  const moments: Moment[] = [];
  const events: RunEvent[] = [];
  const id = digest([scenario.id, scenario.hash, name], 32);
  let backEnd: BackEnd | undefined;
  const driver: Driver = new Driver({
    scenario,
    persona,
    today: calendar,
    ...(world && !from && { world }),
    ...(from && { restore: { reference: from.kept.reference, now: from.clock + from.kept.jumped } }),
    start: ({ today, now, persona: resolved }) => {
      const back = createBackEnd({
        services: Object.fromEntries(Object.entries(fakeServices).filter(([name]) => scenario.services.includes(name))),
        persona: resolved,
        today,
        now,
        seed: 'essai',
        messages: scenario.messages,
        ...(from?.kept.world ? { restore: from.kept.world } : scenario.world && { world: scenario.world }),
      });
      backEnd = back;
      return {
        port: {
          async call(operation, input) {
            const [service = '', called = ''] = operation.split('.');
            const { status: _, ...answer } = back.call(service, called, JSON.parse(JSON.stringify(input)));
            return structuredClone(answer);
          },
        },
        preset: back.preset,
        messages: back.messages,
        stop: () => {},
      };
    },
    onAct: (act) => {
      moments.push(look());
      const code = act.do === 'type' ? codeIn(driver, act) : undefined;
      acts.push(act.do === 'type' && code ? { ...act, raw: '', code } : act);
    },
  });

  const jumped = noonOf(driver.today) - morning;
  const clock = () => driver.now - jumped;
  const recorder = createRecorder({ run: id, secret: id, startedAt: morning, now: clock });
  events.push(
    recorder.record({
      type: 'RunStarted',
      scenario: `${scenario.id}@${scenario.hash}`,
      ...howPlayed(persona.id),
      screenSize: 'phone',
      pointer: 'mouse',
    }),
  );

  const look = (): Moment => {
    const { view } = driver.run;
    for (const step of driver.steps.slice(events.length - 1)) events.push(recorder.record(step));
    const { people, papers } = driver.persona;
    const drawn = view.screen ?? scenario.endings[view.ending ?? ''];
    const { errors, message, data } = view;
    // One code is as good as another, an older one too: whether the next is on its way is not seen in the field.
    const entries = Object.entries(view.entries).map(([key, raw]) => [key, sentCode(driver, key, raw) ?? raw]);
    const page = shown(fillTexts(drawn, { people, papers, today: driver.today, data }), view.facts);
    return {
      at: driver.at,
      seen: digest([driver.at, page, entries, errors, message], 16),
      clock: clock(),
      kept: {
        ...howPlayed(persona.id),
        scenario: scenario.id,
        hash: scenario.hash,
        run: id,
        secret: id,
        today: driver.today,
        startedAt: morning,
        jumped,
        reference: structuredClone(driver.run.reference()),
        world: backEnd?.world() ?? null,
        events: [...events],
        ...recorder.next,
      },
    };
  };

  const failure = await driver
    .settled()
    .then(() => play(driver))
    .catch((error: unknown) => (error instanceof Error ? error.message : String(error)));
  moments.push(look());
  return { acts, moments, failure };
}

/** Without what facts hide. */
function shown(data: unknown, facts: Facts): unknown {
  if (Array.isArray(data))
    return data
      .filter((each) => holds((each as { when?: Condition } | null)?.when, facts))
      .map((each) => shown(each, facts));
  if (typeof data !== 'object' || data === null) return data;
  const { when: _, ...rest } = data as Record<string, unknown>;
  return Object.fromEntries(Object.entries(rest).map(([key, each]) => [key, shown(each, facts)]));
}

const howPlayed = (persona: string) =>
  ({
    persona,
    variant: null,
    level: 'je-demande',
    conditions: [],
  }) as const;

/** Where an entry is copied from, if it is from a message. */
function codeIn(driver: Driver, { field: id, cell, raw }: Typing): Code | undefined {
  const field = driver.field(id);
  const code = field?.answer && messageOf(field.answer, driver);
  const right = driver.run.answer(id, cell);
  return field && right !== undefined && rawOf(field, right) === raw ? code : undefined;
}

/** The message from which an entry was copied, now or before a newer one came. */
function sentCode(driver: Driver, key: string, raw: RawEntry): Code | undefined {
  const answer = driver.field(key.split('/')[0] ?? '')?.answer;
  const code = answer && messageOf(answer, driver);
  const { persona, today, scenario } = driver;
  const scope = { persona, today, templates: scenario.messages };
  const sent = driver.fake.messages().map((message) => code && resolveAnswer(code, { ...scope, messages: [message] }));
  return sent.includes(String(raw)) ? code : undefined;
}

/** The message that gives the answer: of several sources, the first that leads to something now. */
function messageOf(source: AnswerSource, driver: Driver): Code | undefined {
  if ('message' in source) return source;
  if (!('firstOf' in source)) return undefined;
  const { persona, today, scenario } = driver;
  const scope = { persona, today, messages: driver.arrived(), templates: scenario.messages };
  const giving = source.firstOf.find((each) => resolveAnswer(each, scope) !== undefined);
  return giving && messageOf(giving, driver);
}

/** Does again what was done: one act after the other, whatever the scenario says. */
export async function redo(driver: Driver, acts: readonly HandAct[]): Promise<string | null> {
  for (const act of acts) {
    if (act.do === 'press') await driver.press(act.action);
    else if (act.do === 'back') await driver.back();
    else if (act.do === 'idle') await driver.idle(driver.scenario.service.idle?.after ?? 'PT0S');
    else if (act.do === 'wait') driver.wait(act.duration);
    else if (act.do === 'expect') driver.tell(act);
    else if (act.do === 'world') await driver.change(act.world);
    else if (act.do === 'type') {
      if (act.code !== undefined) driver.waitForMessages();
      const field = driver.field(act.field);
      if (!field) return `« ${driver.at} » n'a pas de champ « ${act.field} »`;
      driver.type(act.field, act.code === undefined ? act.raw : (driver.rightEntry(field) ?? ''), act.cell);
    }
  }
  return null;
}
