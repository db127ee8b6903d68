import { createActor } from 'xstate';
import type { Facts } from './condition.ts';
import { holds } from './conditions.ts';
import { EntryBook, entryKey, factsOf } from './entries.ts';
import { answerOf, judge } from './judge.ts';
import { buildMachine, fieldsOf, type MachineContext } from './machine.ts';
import type { AnswerScope } from './resolve.ts';
import type { Run, RunOptions, RunView } from './run.ts';
import type { Action, Call, Field, Reaction, Screen } from './scenario/index.ts';
import {
  enteredAt,
  fieldAt,
  filled,
  inputOf,
  prefill,
  type Session,
  screenToAskAgain,
  sentences,
  tell,
  validate,
} from './session.ts';
import { fillTemplate } from './template.ts';
import { applyVariant } from './variant.ts';

// Longer than most: the one place where the statechart, the entries, the fake back end and the stream meet.

/** Starts (or restores) a run. */
export function createRun(options: RunOptions): Run {
  const { persona, today, port } = options;
  let scenario = applyVariant(options.scenario, options.variant);
  const book = new EntryBook(options.restore);
  const traits: Facts = { persona: persona.id, ...persona.traits };
  let machine = buildMachine(scenario, traits);
  const listeners = new Set<() => void>();
  const trail: string[] = [...(options.restore?.trail ?? [])];
  let data: RunView['data'] = {};
  let message: RunView['message'] = null;
  let errors: Readonly<Record<string, string>> = {};
  let lost: string | null = null;
  let endedAt = options.restore?.endedAt ?? null;

  const scope = (): AnswerScope => ({
    persona,
    today,
    messages: options.messages(),
    templates: scenario.messages,
    entered: (path) => enteredAt(scenario, book, path),
  });
  const words = (text: string) => fillTemplate(text, { people: persona.people, papers: persona.papers, today, data });
  const screenAt = (id: string): Screen | undefined => scenario.screens[id];
  const field = (screen: string, id: string) => fieldAt(scenario, screen, id);
  const session: Session = {
    get scenario() {
      return scenario;
    },
    book,
    scope,
    words,
    onStep: options.onStep,
  };
  /** The last answer of each operation: blocks read it, even where no branch does and the statechart forgets it. */
  const answered: Record<string, Facts[string]> = { ...among(options.restore?.facts ?? {}, false) };
  let actor = options.restore ? restoredActor() : createActor(machine);

  function restoredActor() {
    const reference = options.restore;
    if (!reference) return createActor(machine);
    const gone = book.restore(reference, field, scope());
    const asked = screenToAskAgain(scenario, trail, reference.screen, gone);
    if (asked !== undefined) {
      lost = asked;
      for (let last = trail.at(-1); last !== undefined && last !== asked; last = trail.at(-1)) trail.pop();
    }
    const at = reference.ending ?? asked ?? reference.screen ?? scenario.start;
    return actorAt(scenario.screens[at] ? entryOf(scenario.screens[at]) : at, among(reference.facts, true));
  }

  /** Those facts that branches read, which the statechart holds, or the others. */
  function among(facts: Facts, read: boolean): Facts {
    return Object.fromEntries(Object.entries(facts).filter(([fact]) => fact in scenario.facts === read));
  }

  function entryOf({ id, load }: Screen): Readonly<Record<string, string>> {
    return { [id]: load ? 'loading' : 'ready' };
  }

  function actorAt(value: string | Readonly<Record<string, string>>, known: Facts) {
    return createActor(machine, { snapshot: machine.resolveState({ value, context: { facts: known } }) });
  }

  function where(): { screen: Screen | null; state: string; ending: string | null } {
    const value: unknown = actor.getSnapshot().value;
    if (typeof value === 'string') return { screen: null, state: 'ended', ending: value };
    const [id = '', state = ''] = Object.entries(value as Record<string, string>)[0] ?? [];
    return { screen: screenAt(id) ?? null, state, ending: null };
  }

  function facts(): Facts {
    const { screen } = where();
    const met = [...new Set([...trail, ...(screen ? [screen.id] : [])])].flatMap((id) => screenAt(id) ?? []);
    const chosen = Object.assign({}, ...met.map((each) => factsOf(each, fieldsOf(each), book)));
    return { ...traits, ...chosen, ...answered, ...(actor.getSnapshot().context as MachineContext).facts };
  }

  function phaseOf(screen: Screen | null, state: string): RunView['phase'] {
    if (screen === null) return 'ended';
    if (state === 'loading' || screen.toCome) return 'loading';
    return state === 'ready' ? 'ready' : 'calling';
  }

  function compute(): RunView {
    const { screen, state, ending } = where();
    return {
      screen,
      phase: phaseOf(screen, state),
      ending,
      endedAt,
      facts: facts(),
      trail: [...trail],
      message,
      errors,
      data,
      entries: screen ? book.of(screen.id) : {},
      pending: state.startsWith('calling-') ? state.slice('calling-'.length) : null,
      lost,
      silent: book.silent(),
    };
  }

  let view: RunView;
  const show = (next: RunView) => {
    view = next;
    for (const listener of listeners) listener();
  };
  const publish = () => show(compute());

  function send(type: string): void {
    const before = where();
    actor.send({ type });
    const after = where();
    if (after.screen && after.screen.id !== before.screen?.id) arrive(after.screen);
    else if (after.screen && after.state === 'loading' && before.state !== 'loading') load(after.screen);
    if (after.ending !== null && before.ending === null) {
      endedAt = options.now();
      options.onStep({ type: 'RunEnded', screen: before.screen?.id ?? scenario.start, ending: after.ending });
    }
  }

  function arrive(screen: Screen): void {
    trail.push(screen.id);
    // No site hands a password back: it is typed at each visit.
    for (const { id, input } of fieldsOf(screen)) if (input === 'password') book.clear(entryKey(screen.id, id));
    message = null;
    errors = {};
    options.onStep({ type: 'ScreenShown', screen: screen.id });
    load(screen);
  }

  function load(screen: Screen): void {
    // A screen that is to come cannot react to its data yet: `complete` asks for them.
    if (where().state === 'loading' && screen.load && !screen.toCome) settled = perform(screen, screen.load);
  }

  // The last call under way, so that `act` resolves once the screen it led to has its data.
  let settled: Promise<void> = Promise.resolve();

  async function perform(screen: Screen, call: Call): Promise<void> {
    const answer = await port.call(call.operation, inputOf(session, screen, call, facts())).catch(() => null);
    if (where().screen?.id !== screen.id) return; // the learner left meanwhile
    if (answer === null || !(answer.outcome in call.on)) {
      message = { text: sentences.noAnswer, tone: 'error' };
      actor.send({ type: 'failed' });
      publish();
      return;
    }
    options.onStep({
      type: 'OperationAnswered',
      screen: screen.id,
      operation: call.operation,
      outcome: answer.outcome,
    });
    answered[call.operation] = answer.outcome;
    if (screen.load !== call && !call.refusals.includes(answer.outcome)) book.accept(screen.id);
    if (answer.data) data = { ...data, [call.operation]: answer.data };
    send(`outcome:${answer.outcome}`);
    const now = where();
    const reaction = call.on[answer.outcome];
    if (now.screen?.id === screen.id && reaction && 'stay' in reaction) stay(screen, reaction);
    if (now.screen?.id === screen.id && now.state === 'ready') prefill(session, now.screen, data);
    publish();
    if (now.state === 'loading' && now.screen?.id !== screen.id) await settled;
  }

  function stay(screen: Screen, reaction: Extract<Reaction, { stay: string | null }>): void {
    for (const field of reaction.clears ?? []) book.clear(entryKey(screen.id, field));
    if (reaction.stay === null) return;
    const text = words(reaction.stay);
    message = {
      text,
      tone: reaction.tone ?? 'error',
      ...(reaction.field === undefined ? {} : { field: reaction.field }),
    };
    if (reaction.field !== undefined && (reaction.tone ?? 'error') === 'error') errors = { [reaction.field]: text };
  }

  function need(id: string): { screen: Screen; field: Field } {
    const { screen } = where();
    const field = screen && fieldsOf(screen).find((each) => each.id === id);
    if (!screen || !field) throw new RangeError(`No field "${id}" on this screen`);
    return { screen, field };
  }

  async function perhapsCall(screen: Screen, action: Action): Promise<void> {
    send(`act:${action.id}`);
    publish();
    const { state } = where();
    if (action.does.kind === 'call' && state === `calling-${action.id}`) await perform(screen, action.does);
    else if (state === 'loading') await settled;
  }

  const run: Run = {
    get view() {
      return view;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    enter(id, raw, cell) {
      const { screen, field } = need(id);
      book.set(entryKey(screen.id, id, cell), raw);
      const here = cell === undefined ? id : `${id}/${cell}`;
      if (here in errors) {
        const { [here]: _, ...others } = errors;
        errors = others;
      }
      // What the service said of this field was about the entry before.
      if (message?.field === id) message = null;
      const fact = factsOf(screen, [field], book)[id];
      if (fact !== undefined && id in scenario.facts)
        actor.send({ type: `set:${id}:${typeof fact === 'string' ? fact : [...fact].sort().join('+')}` });
      if (fact !== undefined) return publish();
      // What is typed is no fact: at each key, only the entry and what is said of it change.
      show({ ...view, errors, message, entries: { ...view.entries, [here]: raw } });
    },
    commit(id, cell) {
      const { screen, field } = need(id);
      const found = tell(session, screen, field, cell, true);
      publish();
      return found;
    },
    async act(id) {
      const { screen, state } = where();
      const action = screen?.actions.find((each) => each.id === id);
      if (!screen || screen.toCome || !action || state !== 'ready' || !holds(action.when, facts())) return;
      message = null;
      lost = null;
      errors = action.validates ? validate(session, screen, facts()) : {};
      if (Object.keys(errors).length > 0) return publish();
      options.onStep({ type: 'ActionTaken', screen: screen.id, action: id });
      if (action.does.kind === 'inert') {
        message = { text: words(action.does.say), tone: 'info' };
        return publish();
      }
      if (action.does.kind === 'go' && action.validates) book.accept(screen.id);
      await perhapsCall(screen, action);
    },
    back() {
      const { screen, state } = where();
      if (!screen || state !== 'ready') return;
      options.onStep({ type: 'WentBack', screen: screen.id });
      if ('stay' in screen.back) message = { text: words(screen.back.stay), tone: 'info' };
      else send('back');
      publish();
    },
    reload() {
      const { screen, state } = where();
      if (!screen || screen.toCome || state !== 'ready') return;
      book.forget(`${screen.id}/`);
      message = null;
      errors = {};
      send('reload');
      publish();
    },
    timeOut() {
      const { screen, state } = where();
      if (!screen?.signedIn || state !== 'ready') return;
      options.onStep({ type: 'TimedOut', screen: screen.id });
      book.forget(`${screen.id}/`);
      send('idle');
      publish();
    },
    leave() {
      if (where().screen === null) return;
      send('leave');
      publish();
    },
    complete(whole) {
      const { value, context } = actor.getSnapshot();
      const waited = where().screen?.toCome;
      scenario = applyVariant(whole, options.variant);
      machine = buildMachine(scenario, traits);
      const { screen, ending } = where();
      if (ending === null) {
        actor.stop();
        actor = actorAt(waited && screen ? entryOf(screen) : value, (context as MachineContext).facts).start();
      }
      if (waited && screen && where().state === 'ready') prefill(session, screen, data);
      if (waited && screen) load(screen);
      publish();
    },
    assess(id, cell) {
      const { screen, field } = need(id);
      return filled(session, judge(field, book.get(entryKey(screen.id, id, cell)), scope(), cell));
    },
    answer(id, cell) {
      return answerOf(need(id).field, scope(), cell);
    },
    reference() {
      const { screen, ending } = where();
      const { facts: kept } = actor.getSnapshot().context as MachineContext;
      const facts = { ...answered, ...kept };
      return { screen: screen?.id ?? null, ending, endedAt, facts, trail: [...trail], ...book.reference(field) };
    },
  };

  actor.start();
  const first = where();
  if (first.screen && trail.length === 0) arrive(first.screen);
  else if (first.screen) load(first.screen);
  publish();
  return run;
}
