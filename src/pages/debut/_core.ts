import { type Call, fieldsOf, type PersonaSource, type Scenario, type Screen } from '#engine';

/** What a run is made from: same shape as the whole content. */
interface Content {
  readonly scenario: Scenario;
  readonly personas: Readonly<Record<string, PersonaSource>>;
}

/**
 * The part of a scenario by which a run can begin: its whole graph, its first screen and those that an answer to it can
 * bring, the usual persona without what is read later. The whole comes right after (`Run.complete`).
 */
export function coreOf(scenario: Scenario, personas: Readonly<Record<string, PersonaSource>>): Content {
  const near = answersTo(scenario.screens[scenario.start]);
  const screens = Object.values(scenario.screens).map((screen) => {
    const { evidence: _, ...told } = screen;
    if (screen.id === scenario.start) return told as Screen;
    return near.has(screen.id) ? withoutCoach(told as Screen) : outline(screen, scenario);
  });
  const shown = screens.flatMap(({ site, toCome }) => (toCome ? [] : (site ?? [])));
  const usual = personas[scenario.personas[0] ?? ''];
  return {
    scenario: {
      ...scenario,
      sites: Object.fromEntries(Object.entries(scenario.sites ?? {}).filter(([name]) => shown.includes(name))),
      skills: [],
      screens: Object.fromEntries(screens.map((screen) => [screen.id, screen])),
      endings: Object.fromEntries(
        Object.values(scenario.endings).map(({ id, meaning }) => [id, { id, meaning, title: '' }]),
      ),
      consequences: [],
      messages: {},
      takeAway: { papers: [], steps: [], site: '', otherWay: '' },
    },
    personas: usual ? { [usual.id]: { ...usual, documents: [], mailbox: [] } } : {},
  };
}

/** The screens to which the service's answers lead from this one. */
function answersTo(screen: Screen | undefined): ReadonlySet<string> {
  const calls = screen?.actions.flatMap(({ does }) => (does.kind === 'call' ? Object.values(does.on) : [])) ?? [];
  return new Set(calls.flatMap((reaction) => ('to' in reaction ? reaction.to.map(({ to }) => to) : [])));
}

/**
 * All by which the statechart is made; of the fields, those that branches read. The rest of a `Screen` is not there:
 * nothing reads it before the whole has come, since a screen `toCome` is shown as loading.
 */
function outline({ id, title, address, area, signedIn, receipt, load, back, ...screen }: Screen, scenario: Scenario) {
  return {
    id,
    title,
    address,
    area,
    signedIn,
    receipt,
    load: load && withoutWords(load),
    back: 'to' in back ? back : { stay: '' },
    blocks: fieldsOf({ id, title, address, area, signedIn, back, ...screen })
      .filter((field) => field.id in scenario.facts)
      .map(({ id, input }) => ({ kind: 'field', id, input, label: '', required: false, coach: {} })),
    actions: screen.actions
      .filter(({ does }) => does.kind !== 'inert')
      .map(({ id, when, does }) => ({ id, when, does: withoutWords(does) })),
    toCome: true,
  } as unknown as Screen;
}

/** A call without the sentences of its answers, nor what it sends. */
function withoutWords<T extends object>(does: T): T {
  if (!('on' in does)) return does;
  const on = Object.entries(does.on as Call['on']).map(([outcome, reaction]) => [
    outcome,
    'to' in reaction ? reaction : { stay: null },
  ]);
  return { ...does, with: {}, refusals: [], on: Object.fromEntries(on) };
}

function withoutCoach<T>(data: T): T {
  if (Array.isArray(data)) return data.map(withoutCoach) as T;
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => key !== 'coach' && key !== 'skill' && key !== 'asks')
      .map(([key, each]) => [key, withoutCoach(each)])
      .concat('kind' in data && data.kind === 'field' ? [['coach', {}]] : []),
  ) as T;
}
