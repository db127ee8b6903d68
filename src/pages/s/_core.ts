import type { Action, Call, PersonaSource, Scenario, Screen } from '#engine';

/** What a run is made from: same shape as the whole content. */
interface Content {
  readonly scenario: Scenario;
  readonly personas: Readonly<Record<string, PersonaSource>>;
}

/**
 * The part of a scenario by which a run can begin: its first screen, those that an answer or a button brings next, the
 * places to which these lead, and the usual persona without what is read later. The whole comes right after
 * (`Run.complete`): sixty screens would make a phone build sixty states before it can answer.
 */
export function coreOf(scenario: Scenario, personas: Readonly<Record<string, PersonaSource>>): Content {
  const { start, service } = scenario;
  const near = [...new Set([start, ...placesFrom(scenario, start, (action) => action.look !== 'link')])].flatMap(
    (id) => scenario.screens[id] ?? [],
  );
  const far = new Set([
    ...near.flatMap(({ id }) => placesFrom(scenario, id)),
    ...(service.idle ? [service.idle.to] : []),
  ]);
  const screens: Record<string, Screen> = {};
  for (const id of far) if (scenario.screens[id]) screens[id] = placeOf(scenario.screens[id]);
  for (const { evidence: _, ...screen } of near)
    screens[screen.id] = (screen.id === start ? screen : withoutCoach(screen)) as Screen;
  const shown = Object.values(screens).flatMap(({ site }) => site ?? []);
  const usual = personas[scenario.personas[0] ?? ''];
  return {
    scenario: {
      ...scenario,
      sites: Object.fromEntries(Object.entries(scenario.sites ?? {}).filter(([name]) => shown.includes(name))),
      skills: [],
      screens,
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

/** The screens and endings to which the actions of a screen lead, its data and the browser's back button included. */
function placesFrom(
  { screens }: Scenario,
  id: string,
  counts: (action: Action) => boolean = () => true,
): readonly string[] {
  const screen = screens[id];
  if (!screen) return [];
  const answers = ({ on }: Call) => Object.values(on).flatMap((reaction) => ('to' in reaction ? reaction.to : []));
  const branches = [
    ...(screen.load ? answers(screen.load) : []),
    ...screen.actions
      .filter(counts)
      .flatMap(({ does }) => (does.kind === 'go' ? does.to : does.kind === 'call' ? answers(does) : [])),
    ...('to' in screen.back ? [screen.back] : []),
  ];
  return branches.map(({ to }) => to);
}

/** Where a screen will be: nothing else of it is there, and it is shown as loading until it comes. */
function placeOf({ id, address, area }: Screen): Screen {
  const nothing = { title: '', blocks: [], actions: [], back: { stay: '' }, signedIn: false, toCome: true };
  return { id, address, area, ...nothing } as unknown as Screen;
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
