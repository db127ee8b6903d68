import { createActor } from 'xstate';
import type { Facts } from './condition.ts';
import { holds } from './conditions.ts';
import { EntryBook, entryKey, factsOf, slotsOf } from './entries.ts';
import { kindOf, passwordRulesMet, rawOf, readEntry } from './entry.ts';
import { answerOf, judge } from './judge.ts';
import { buildMachine, fieldsOf, type MachineContext } from './machine.ts';
import type { AnswerScope } from './resolve.ts';
import type { Assessment, Run, RunOptions, RunView } from './run.ts';
import type { Action, Call, Field, Reaction, Screen } from './scenario.ts';
import { fillTemplate } from './template.ts';
import type { RawEntry, Value } from './values.ts';
import { applyVariant } from './variant.ts';

// Longer than most: the one place where the statechart, the entries, the fake back end and the stream meet.

/** Sentences of the engine, used when the service of the scenario has none of its own. */
const sentences = {
  empty: 'Ce champ est à remplir.',
  malformed: 'Le format n’est pas bon.',
  rules: 'Le mot de passe ne respecte pas toutes les règles.',
  noAnswer: 'Le site n’a pas répondu. Réessayez.',
};

/** Starts (or restores) a run. */
export function createRun(options: RunOptions): Run {
  const { persona, today, port } = options;
  const scenario = applyVariant(options.scenario, options.variant);
  const book = new EntryBook(options.restore);
  const traits: Facts = { persona: persona.id, ...persona.traits };
  const machine = buildMachine(scenario, traits);
  const listeners = new Set<() => void>();
  const trail: string[] = [...(options.restore?.trail ?? [])];
  let data: RunView['data'] = {};
  let message: RunView['message'] = null;
  let errors: Readonly<Record<string, string>> = {};
  let lost: string | null = null;

  const scope = (): AnswerScope => ({ persona, today, messages: options.messages(), templates: scenario.messages });
  const words = (text: string) => fillTemplate(text, { people: persona.people, papers: persona.papers, today, data });
  const screenAt = (id: string): Screen | undefined => scenario.screens[id];
  const fieldAt = (screen: string, id: string): Field | undefined => {
    const found = screenAt(screen);
    return found && fieldsOf(found).find((field) => field.id === id);
  };

  const actor = options.restore ? restoredActor() : createActor(machine);

  function restoredActor() {
    const reference = options.restore;
    if (!reference) return createActor(machine);
    const gone = book.restore(reference, fieldAt, scope());
    const filed = trail.some((id) => screenAt(id)?.receipt);
    const asked = filed
      ? undefined
      : trail.find((id) => gone.some((key) => key.startsWith(`${id}/`) && (id === reference.screen || isQuoted(key))));
    if (asked !== undefined) {
      lost = asked;
      for (let last = trail.at(-1); last !== undefined && last !== asked; last = trail.at(-1)) trail.pop();
    }
    const at = reference.ending ?? asked ?? reference.screen ?? scenario.start;
    const value = scenario.screens[at] ? { [at]: scenario.screens[at].load ? 'loading' : 'ready' } : at;
    return createActor(machine, { snapshot: machine.resolveState({ value, context: { facts: reference.facts } }) });
  }

  /** Whether a later page repeats this entry: then it cannot be left blank. */
  function isQuoted(key: string): boolean {
    const entry = key.split('/').slice(0, 2).join('/');
    return Object.values(scenario.screens).some((screen) =>
      JSON.stringify(screen.blocks).includes(`"entry":"${entry}"`),
    );
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
    return { ...traits, ...chosen, ...(actor.getSnapshot().context as MachineContext).facts };
  }

  function compute(): RunView {
    const { screen, state, ending } = where();
    return {
      screen,
      phase: screen === null ? 'ended' : state === 'loading' ? 'loading' : state === 'ready' ? 'ready' : 'calling',
      ending,
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
  const publish = () => {
    view = compute();
    for (const listener of listeners) listener();
  };

  /** Visible fields of the screen, in order. */
  function fieldsShown(screen: Screen): readonly Field[] {
    const seen = facts();
    const collect = (blocks: Screen['blocks']): readonly Field[] =>
      blocks.flatMap((block) => {
        if (!holds(block.when, seen)) return [];
        if (block.kind === 'field') return [block];
        return 'blocks' in block ? collect(block.blocks) : [];
      });
    return collect(screen.blocks);
  }

  function send(type: string): void {
    const before = where();
    actor.send({ type });
    const after = where();
    if (after.screen && after.screen.id !== before.screen?.id) arrive(after.screen);
    else if (after.screen && after.state === 'loading' && before.state !== 'loading') load(after.screen);
    if (after.ending !== null && before.ending === null) {
      options.onStep({ type: 'RunEnded', screen: before.screen?.id ?? scenario.start, ending: after.ending });
    }
  }

  function arrive(screen: Screen): void {
    trail.push(screen.id);
    message = null;
    errors = {};
    options.onStep({ type: 'ScreenShown', screen: screen.id });
    load(screen);
  }

  function load(screen: Screen): void {
    if (where().state === 'loading' && screen.load) settled = perform(screen, screen.load);
  }

  // The last call under way, so that `act` resolves once the screen it led to has its data.
  let settled: Promise<void> = Promise.resolve();

  async function perform(screen: Screen, call: Call): Promise<void> {
    const input: Record<string, Value | Record<string, Value> | RawEntry> = {};
    const byId = new Map(fieldsOf(screen).map((field) => [field.id, field]));
    for (const [name, id] of Object.entries(call.with)) {
      const field = byId.get(id);
      if (field) input[name] = valueFor(screen, field);
    }
    const answer = await port.call(call.operation, input).catch(() => null);
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
    if (answer.data) data = { ...data, [call.operation]: answer.data };
    send(`outcome:${answer.outcome}`);
    const now = where();
    const reaction = call.on[answer.outcome];
    if (now.screen?.id === screen.id && reaction && 'stay' in reaction) stay(screen, reaction);
    if (now.screen?.id === screen.id && now.state === 'ready') prefill(screen);
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

  function valueFor(screen: Screen, field: Field): Value | Record<string, Value> {
    const value = (cell?: string): Value => {
      const reading = readEntry(field, book.get(entryKey(screen.id, field.id, cell)));
      return reading.state === 'read'
        ? reading.value
        : reading.state === 'malformed'
          ? String(book.get(entryKey(screen.id, field.id, cell)))
          : null;
    };
    if (field.input !== 'grid') return kindOf(field) === 'tick' ? value() === true : value();
    return Object.fromEntries(slotsOf(field, scope()).map((cell) => [cell ?? '', value(cell)]));
  }

  /** Fills the fields that the service knows already. */
  function prefill(screen: Screen): void {
    for (const field of fieldsOf(screen)) {
      const [operation = '', name = ''] = field.prefill?.split('/') ?? [];
      const found = data[operation]?.[name];
      if (found === undefined || found === null) continue;
      if (field.input === 'grid') {
        for (const [cell, cents] of Object.entries(found as Record<string, Value>))
          book.prefill(entryKey(screen.id, field.id, cell), rawOf(field, cents));
      } else book.prefill(entryKey(screen.id, field.id), rawOf(field, found as Value));
    }
  }

  /** Judges every visible entry of the screen; says the new ones; returns the sentences of those refused. */
  function validate(screen: Screen): Readonly<Record<string, string>> {
    const refused: Record<string, string> = {};
    for (const field of fieldsShown(screen)) {
      const slots = slotsOf(field, scope());
      for (const cell of slots) tell(screen, field, cell, false);
      const states = slots.map((cell) => ({
        cell,
        state: readEntry(field, book.get(entryKey(screen.id, field.id, cell))).state,
      }));
      const raw = book.get(entryKey(screen.id, field.id));
      for (const { cell } of states.filter(({ state }) => state === 'malformed')) {
        refused[cell === undefined ? field.id : `${field.id}/${cell}`] = words(
          field.errors?.malformed ?? sentences.malformed,
        );
        options.onStep({ type: 'EntryRefused', screen: screen.id, field: field.id, rule: 'malformed' });
      }
      if (field.required && states.every(({ state }) => state === 'empty')) {
        refused[field.id] = words(field.errors?.empty ?? sentences.empty);
        options.onStep({ type: 'EntryRefused', screen: screen.id, field: field.id, rule: 'empty' });
      } else if (
        field.input === 'new-password' &&
        typeof raw === 'string' &&
        !passwordRulesMet(field.rules, raw).every(Boolean)
      ) {
        refused[field.id] = words(field.errors?.malformed ?? sentences.rules);
        options.onStep({ type: 'EntryRefused', screen: screen.id, field: field.id, rule: 'rules' });
      }
    }
    return refused;
  }

  /** Judges an entry; says it to the stream when its value is new (and, on sending, when it is not already right). */
  function tell(screen: Screen, field: Field, cell: string | undefined, left: boolean): Assessment {
    const key = entryKey(screen.id, field.id, cell);
    const untouched = book.untouched(key);
    const found = book.judge(key, field, scope(), cell);
    const quiet = untouched && (left || found.class === 'right' || (found.class === 'empty' && !field.required));
    const ordinal = quiet ? null : book.newOrdinal(key);
    if (ordinal !== null) {
      options.onStep({
        type: 'EntryCommitted',
        screen: screen.id,
        field: cell === undefined ? field.id : `${field.id}/${cell}`,
        class: found.class,
        ...(found.mistake === undefined ? {} : { mistake: found.mistake }),
        ordinal,
      });
    }
    return filled(found);
  }

  function filled(found: Assessment): Assessment {
    return found.say === undefined ? found : { ...found, say: words(found.say) };
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
      const { [cell === undefined ? id : `${id}/${cell}`]: _, ...others } = errors;
      errors = others;
      const fact = factsOf(screen, [field], book)[id];
      if (fact !== undefined && id in scenario.facts)
        actor.send({ type: `set:${id}:${typeof fact === 'string' ? fact : [...fact].sort().join('+')}` });
      publish();
    },
    commit(id, cell) {
      const { screen, field } = need(id);
      const found = tell(screen, field, cell, true);
      publish();
      return found;
    },
    async act(id) {
      const { screen, state } = where();
      const action = screen?.actions.find((each) => each.id === id);
      if (!screen || !action || state !== 'ready' || !holds(action.when, facts())) return;
      message = null;
      lost = null;
      errors = action.validates ? validate(screen) : {};
      if (Object.keys(errors).length > 0) return publish();
      options.onStep({ type: 'ActionTaken', screen: screen.id, action: id });
      if (action.does.kind === 'inert') {
        message = { text: words(action.does.say), tone: 'info' };
        return publish();
      }
      await perhapsCall(screen, action);
      publish();
    },
    back() {
      const { screen, state } = where();
      if (!screen || state !== 'ready') return;
      options.onStep({ type: 'WentBack', screen: screen.id });
      if ('stay' in screen.back) message = { text: words(screen.back.stay), tone: 'info' };
      else send('back');
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
    assess(id, cell) {
      const { screen, field } = need(id);
      return filled(judge(field, book.get(entryKey(screen.id, id, cell)), scope(), cell));
    },
    answer(id, cell) {
      return answerOf(need(id).field, scope(), cell);
    },
    reference() {
      const { screen, ending } = where();
      const { facts: kept } = actor.getSnapshot().context as MachineContext;
      return { screen: screen?.id ?? null, ending, facts: kept, trail: [...trail], ...book.reference(fieldAt) };
    },
  };

  actor.start();
  const first = where();
  if (first.screen && trail.length === 0) arrive(first.screen);
  else if (first.screen) load(first.screen);
  publish();
  return run;
}
