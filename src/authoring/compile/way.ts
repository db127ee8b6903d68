import {
  type Branches,
  type Call,
  type Facts,
  factsOfBranches,
  fieldsOf,
  holds,
  type Persona,
  type PersonaSource,
  resolveAnswer,
  resolvePersona,
  type Scenario,
  type Screen,
  type ServiceContract,
  wayOf,
} from '#engine';

type Contracts = Readonly<Record<string, ServiceContract>>;

// Ways do not depend on the day: papers follow it, choices do not.
const anyDay = '2026-01-15';

/**
 * The way on of each screen: the action that leads to the nearest successful ending when every answer is right and
 * every call succeeds. Screens that lead to no success get the action that leads to the nearest other way out.
 */
export function waysOf(
  scenario: Scenario,
  personas: readonly PersonaSource[],
  contracts: Contracts,
): ReadonlyMap<string, string> {
  const ways = new Map<string, string>();
  const keep = (screen: string, step: Step | null) => {
    if (step?.action && !ways.has(screen)) ways.set(screen, step.action);
  };
  const walkers = personas.map((source) => new Walker(scenario, contracts, resolvePersona(source, anyDay)));
  // The paths themselves first: what was chosen on the way decides the branches after it.
  for (const walker of walkers) for (const { screen, step } of walker.path()) keep(screen, step);
  for (const walker of walkers) {
    for (const screen of Object.keys(scenario.screens))
      keep(screen, walker.firstStep(screen, walker.allFacts(), 'success'));
  }
  for (const walker of walkers) {
    for (const screen of Object.keys(scenario.screens))
      keep(screen, walker.firstStep(screen, walker.allFacts(), 'way-out'));
  }
  return ways;
}

/**
 * The screens that a persona meets by answering right and taking the way on, as the service answers this persona. Empty
 * when that leads to no ending.
 */
export function pathOf(scenario: Scenario, source: PersonaSource, contracts: Contracts): readonly string[] {
  return stopsOf(scenario, source, contracts).map(({ screen }) => screen);
}

/** As `pathOf`, each screen with what is known once it has been answered. */
export function stopsOf(scenario: Scenario, source: PersonaSource, contracts: Contracts): readonly Stop[] {
  return new Walker(scenario, contracts, resolvePersona(source, anyDay)).followed();
}

interface Stop {
  readonly screen: string;
  readonly facts: Facts;
}

interface Step {
  /** Null when the screen's own loading leads on. */
  readonly action: string | null;
  readonly to: string;
  readonly facts: Facts;
}

/** What a path looks for: success, what befalls this persona, or a way out whatever the service answers. */
type Goal = 'success' | 'own-end' | 'way-out';

class Walker {
  readonly #scenario: Scenario;
  readonly #contracts: Contracts;
  readonly #persona: Persona;
  /** Facts that branches read: two moments that differ in others only are the same. */
  readonly #deciding: readonly string[];
  readonly #known = new Map<string, Facts>();

  constructor(scenario: Scenario, contracts: Contracts, persona: Persona) {
    this.#scenario = scenario;
    this.#contracts = contracts;
    this.#persona = persona;
    this.#deciding = [...factsOfBranches(scenario.screens)];
  }

  /** The choices that right answers make on a screen; asked for at every step of every path. */
  #answers(screen: string): Facts {
    const known = this.#known.get(screen) ?? answersOf(this.#scenario, this.#persona, screen);
    this.#known.set(screen, known);
    return known;
  }

  /** From the start to the ending, each screen with the step that leaves it. */
  path(): readonly { readonly screen: string; readonly step: Step }[] {
    const found: { screen: string; step: Step }[] = [];
    const seen = new Set<string>();
    let screen = this.#scenario.start;
    let facts: Facts = { persona: this.#persona.id, ...this.#persona.traits };
    const goal: Goal = this.firstStep(screen, facts, 'success') ? 'success' : 'own-end';
    while (this.#scenario.screens[screen] && !seen.has(screen)) {
      seen.add(screen);
      const step = this.firstStep(screen, facts, goal);
      if (!step) return [];
      found.push({ screen, step });
      ({ to: screen, facts } = step);
    }
    return found;
  }

  /** The screens met by taking each one's `way`. */
  followed(): readonly Stop[] {
    const met: Stop[] = [];
    let facts: Facts = { persona: this.#persona.id, ...this.#persona.traits };
    let id = this.#scenario.start;
    while (!(id in this.#scenario.endings)) {
      const screen = this.#scenario.screens[id];
      if (!screen || met.some((stop) => stop.screen === id)) return [];
      facts = { ...facts, ...this.#answers(id) };
      met.push({ screen: id, facts });
      const way = wayOf(screen, this.#loaded(screen, facts))?.id;
      const taken = this.#steps(screen, facts, 'own-end').find(({ action }) => action === null || action === way);
      if (!taken) return [];
      ({ to: id, facts } = taken);
    }
    return met;
  }

  /** Facts as if every question had been answered. */
  allFacts(): Facts {
    const answers = Object.keys(this.#scenario.screens).map((id) => this.#answers(id));
    return Object.assign({ persona: this.#persona.id, ...this.#persona.traits }, ...answers);
  }

  /** Breadth first: the first step of a shortest path to an ending of that sort. */
  firstStep(from: string, facts: Facts, goal: Goal): Step | null {
    const enter = (screen: string, known: Facts) => ({ ...known, ...this.#answers(screen) });
    const queue: { screen: string; facts: Facts; first: Step | null }[] = [
      { screen: from, facts: enter(from, facts), first: null },
    ];
    const seen = new Set<string>();
    for (let next = queue.shift(); next; next = queue.shift()) {
      const meaning = this.#scenario.endings[next.screen]?.meaning;
      if (meaning) {
        if (meaning === (goal === 'success' ? 'reussi' : 'bloque')) return next.first;
        continue;
      }
      const screen = this.#scenario.screens[next.screen];
      const key = `${next.screen} ${this.#deciding.map((fact) => next?.facts[fact] ?? '').join()}`;
      if (!screen || seen.has(key)) continue;
      seen.add(key);
      for (const step of this.#steps(screen, next.facts, goal)) {
        const after = enter(step.to, step.facts);
        queue.push({ screen: step.to, facts: after, first: next.first ?? { ...step, facts: after } });
      }
    }
    return null;
  }

  /** What is known once the screen has its data. */
  #loaded(screen: Screen, facts: Facts): Facts {
    return screen.load ? { ...facts, [screen.load.operation]: this.#expected(screen.load) } : facts;
  }

  #steps(screen: Screen, facts: Facts, goal: Goal): readonly Step[] {
    const loaded = this.#loaded(screen, facts);
    const found: Step[] = screen.load ? [...this.#ofCall(screen.load, null, facts, goal)] : [];
    const actions = [...screen.actions].sort((a, b) => Number(b.look === 'primary') - Number(a.look === 'primary'));
    for (const { id, when, does } of actions) {
      if (!holds(when, loaded)) continue;
      if (does.kind === 'go') found.push(...taken(does.to, loaded).map((to) => ({ action: id, to, facts: loaded })));
      if (does.kind === 'call') found.push(...this.#ofCall(does, id, loaded, goal));
    }
    return found;
  }

  #ofCall(call: Call, action: string | null, facts: Facts, goal: Goal): readonly Step[] {
    // On the way out any refusal of the service may be what leads there; outages are nobody's way.
    const common = this.#contracts[call.operation.split('.')[0] ?? '']?.common ?? {};
    const outcomes =
      goal === 'way-out' ? Object.keys(call.on).filter((each) => !(each in common)) : [this.#expected(call)];
    return outcomes.flatMap((outcome) => {
      const reaction = call.on[outcome];
      const after = { ...facts, [call.operation]: outcome };
      return reaction && 'to' in reaction ? taken(reaction.to, after).map((to) => ({ action, to, facts: after })) : [];
    });
  }

  /** What the service answers to this persona when all is right: some are refused for what they are. */
  #expected(call: Call): string {
    const [service = '', name = ''] = call.operation.split('.');
    const outcomes = Object.entries(this.#contracts[service]?.operations[name]?.outcomes ?? {});
    const own = outcomes.find(
      ([, { recipe }]) =>
        recipe?.personas?.includes(this.#persona.id) && !recipe.presets && !recipe.input && !recipe.jump,
    );
    const success = outcomes.find(([, outcome]) => outcome.success);
    return (own ?? success)?.[0] ?? Object.keys(call.on)[0] ?? '';
  }
}

function taken(branches: Branches, facts: Facts): readonly string[] {
  const branch = branches.find(({ when }) => holds(when, facts));
  return branch ? [branch.to] : [];
}

const closed = ['choice', 'yes-no', 'choices', 'typeahead', 'file'];

/** The choices that right answers make on a screen. */
export function answersOf(scenario: Scenario, persona: Persona, id: string): Facts {
  const screen = scenario.screens[id];
  const scope = { persona, today: anyDay, messages: [], templates: scenario.messages };
  const facts: Record<string, string | readonly string[]> = {};
  for (const field of screen ? fieldsOf(screen) : []) {
    const value = field.answer && resolveAnswer(field.answer, scope);
    if (field.input === 'tick') facts[field.id] = value === true ? 'oui' : 'non';
    else if (closed.includes(field.input) && (typeof value === 'string' || Array.isArray(value)))
      facts[field.id] = value;
  }
  return facts;
}
