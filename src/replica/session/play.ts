import { createRun, type Run, type RunReference, type RunView } from '#engine';
import { createRecorder, type Happening, type RunEvent } from '#recording';
import { type BackEnd, createBackEnd } from './back-end.ts';
import { introduce, type RunCard } from './card.ts';
import type { Common } from './common.ts';
import type { Content } from './content.ts';
import type { Keeper } from './device/keeper.ts';
import type { KeptRun } from './device/kept-run.ts';
import type { Entries } from './entries/entries.ts';
import { follow, type Memory, remember, showEntry } from './entries/show-entry.ts';
import type { Idle } from './idle.ts';
import type { Mailbox } from './mailbox.ts';
import { createRunClock, type RunClock } from './run-clock.ts';
import { isTypingOnly, shownOf } from './shown.ts';
import type { EventSink, SessionWorld } from './world.ts';

/** What of the page a run is played on. */
interface Page extends Common {
  readonly world: Pick<SessionWorld, 'clock' | 'inGroup' | 'startNetwork'>;
  readonly entries: Entries;
  readonly idle: Idle;
  readonly mailbox: Mailbox;
  readonly keeper: Keeper;
}

/** Without a key for so long, the hands rest, ms: the next key is often on its way. */
const handsRest = 500;

/** One run on the desk: its statechart, its fake services and its stream of events. Another run is another object. */
export interface Play {
  readonly card: RunCard;
  readonly backEnd: BackEnd;
  /** The first press has been answered, and the answer is shown. */
  readonly answered: Promise<void>;
  readonly clock: RunClock;
  record(happening: Happening): RunEvent;
  /** Shows the run: its first screen, or where it stood. `keepTyped`: the inputs that are drawn stay. */
  open(content: Content, reference: RunReference | undefined, keepTyped: boolean): void;
  /** The rest of the scenario has come. */
  complete(content: Content): void;
  /** An entry of any screen as a summary shows it; `null` when nothing was entered. */
  entry(path: string): string | null;
  /** What may be kept of it. */
  kept(): KeptRun | null;
  close(): void;
}

/** `kept`: the run is taken up, its numbers going `from` the last one kept, here or in the outbox. */
export function createPlay(
  page: Page,
  card: RunCard,
  sink: Promise<EventSink>,
  kept?: KeptRun,
  from?: { readonly seq: number; readonly at: number },
): Play {
  const { store, world, entries, idle, mailbox, keeper, now, record } = page;
  const recorder = createRecorder({
    run: card.run,
    secret: card.secret,
    startedAt: card.startedAt,
    now: world.clock,
    outbox: { add: (event, key) => void sink.then((open) => open.add(event, key)) },
    ...(from && { from }),
  });
  const backEnd = createBackEnd(page, card, world.startNetwork, kept?.world ?? null, keeper.soon);
  mailbox.fill(backEnd, kept?.opened);
  const clock = createRunClock(card, world.clock);
  let memory: Memory = new Map();
  let run: Run | null = null;
  let unsubscribe = () => {};
  let answer = () => {};
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });

  let waits: ReturnType<typeof setTimeout> | undefined;
  let typed: ReturnType<typeof setTimeout> | undefined;
  let called = false;
  let seen: RunView | null = null;

  /** That the site is busy is told in the next task: an answer that is here before it is drawn alone. */
  const changed = (opened: Run) => {
    const { view } = opened;
    const busy = view.phase === 'calling' || view.phase === 'loading';
    called ||= view.phase === 'calling';
    clearTimeout(typed);
    if (isTypingOnly(view, seen)) {
      seen = view;
      typed = setTimeout(() => rest(view), handsRest);
      return;
    }
    // What was typed last on a screen that may be left now, then what has changed.
    if (seen) follow(memory, seen);
    follow(memory, view);
    seen = view;
    clearTimeout(waits);
    if (busy && store.getState().shown !== null) waits = setTimeout(() => show(opened));
    else show(opened);
  };

  /** Nothing is drawn of what is typed: all that reads it waits for the hands to rest. */
  const rest = (view: RunView) => {
    entries.boxes.follow(view.entries);
    store.setState({ view });
    keeper.soon();
  };

  const show = ({ view }: Run) => {
    const { shown, view: before, generation } = store.getState();
    const next = shownOf(view, shown);
    // By the trail too: a page that only passed may have sent back to the one that is shown.
    const came = view.trail.length !== before?.trail.length;
    const moved = shown !== null && (came || view.screen?.id !== shown.screen?.id);
    if (moved || shown === null) idle.restart();
    store.setState({
      view,
      ...(next !== shown && { shown: next }),
      ...(moved && { generation: generation + 1, refused: null, pointed: null, idleLeft: null }),
    });
    if (moved || (called && view.phase !== 'calling')) answer();
    if (!moved) entries.boxes.follow(view.entries);
    if (shown === null || moved || next.data !== shown.data) mailbox.look();
    keeper.soon();
  };

  return {
    card,
    backEnd,
    answered,
    clock,
    record: recorder.record,
    open(content, reference, keepTyped) {
      const cast = introduce(card, content);
      const { scenario, persona, today } = cast;
      store.setState(cast);
      backEnd.learn(scenario.messages, persona);
      if (reference) memory = remember(reference, scenario, persona, today);
      const opened = createRun({
        scenario,
        persona,
        today,
        now,
        variant: card.variant,
        ...(reference && { restore: reference }),
        messages: mailbox.arrived,
        onStep: record,
        port: {
          async call(operation, input) {
            const answer = await backEnd.call(operation, input);
            mailbox.look();
            return answer;
          },
        },
      });
      run = opened;
      unsubscribe = opened.subscribe(() => changed(opened));
      // The page drawn before any script shows the first screen: its inputs stay, with what was typed in them.
      const sameScreen = keepTyped && opened.view.screen?.id === scenario.start;
      store.setState({
        status: 'running',
        run,
        inGroup: world.inGroup?.() ?? false,
        generation: store.getState().generation + (sameScreen ? 0 : 1),
      });
      changed(opened);
      if (sameScreen) for (const { field, cell, box } of entries.boxes.all()) entries.adopt(field, cell, box.read());
    },
    complete(content) {
      const cast = introduce(card, content);
      backEnd.learn(cast.scenario.messages, cast.persona);
      store.setState(cast);
      run?.complete(content.scenario);
      mailbox.look();
    },
    entry(path) {
      const { scenario, persona } = store.getState();
      if (seen) follow(memory, seen);
      return scenario && persona ? showEntry(path, memory, scenario, persona) : null;
    },
    kept() {
      if (!run) return null;
      const { events, level } = store.getState();
      return {
        ...card,
        ...recorder.next,
        ...clock.kept(),
        level,
        events,
        reference: run.reference(),
        world: backEnd.world(),
        opened: mailbox.opened(),
      };
    },
    close() {
      unsubscribe();
      clearTimeout(waits);
      clearTimeout(typed);
      mailbox.fill(null);
      backEnd.stop();
      store.setState({ shown: null, view: null, messages: [], toast: null, idleLeft: null });
    },
  };
}
