import type { RunEvent } from '#recording';
import { type FieldTally, newFieldTally, newScreenTally, type RunTally, type ScreenTally } from './tally.ts';

export interface Tallies {
  readonly run: RunTally;
  readonly screens: Map<string, ScreenTally>;
}

/**
 * Takes one event into a run's tallies, which it changes; tells which screens moved. Events come in the order of
 * `seq`: when an earlier one arrives late, the run is counted anew from its events (intake/take.ts).
 */
export function fold(tallies: Tallies, event: RunEvent, moved: Set<string>): void {
  const { run } = tallies;
  passTime(tallies, event.at, event.type === 'RunResumed', moved);
  const here = (screen: string): ScreenTally => {
    moved.add(screen);
    return tallyOf(tallies.screens, screen);
  };
  switch (event.type) {
    case 'RunStarted':
      run.persona = event.persona;
      run.variant = event.variant;
      run.level = event.level;
      break;
    case 'ScreenShown': {
      run.leave = null;
      run.paused = false;
      // A reload shows the same screen again: that is not another visit.
      if (event.screen === run.screen) break;
      if (run.screen !== null) here(run.screen).passed = true;
      const screen = here(event.screen);
      screen.visits += 1;
      screen.passed = false;
      run.screen = event.screen;
      break;
    }
    case 'RunEnded':
      run.ending = event.ending;
      run.stuck = null;
      run.hand = null;
      if (event.ending !== 'abandon') here(event.screen).passed = true;
      break;
    case 'RunResumed':
    case 'PageShown':
      run.paused = false;
      if (event.type === 'RunResumed') run.leave = null;
      break;
    case 'PageHidden':
      run.paused = true;
      break;
    case 'RunLeft':
      run.leave = event.reason;
      run.paused = true;
      break;
    case 'LevelChanged':
      run.level = event.level;
      break;
    case 'OpinionGiven':
      run.opinions[event.question] = event.answer;
      break;
    case 'WentBack':
      here(event.screen).back += 1;
      break;
    case 'TimedOut':
      here(event.screen).timedOut += 1;
      break;
    case 'InertClicked':
      here(event.screen).inert += 1;
      break;
    case 'OperationAnswered':
      increase(here(event.screen).answers, `${event.operation}:${event.outcome}`);
      break;
    case 'HelpOpened': {
      const screen = here(event.screen);
      screen.help += 1;
      if (event.field !== null) fieldOf(screen, event.field).help += 1;
      break;
    }
    case 'HintShown':
      here(event.screen).hints += 1;
      break;
    case 'HandRaised':
      here(event.screen).hands += 1;
      run.hand = { at: event.at, screen: event.screen };
      break;
    case 'HandLowered':
      run.hand = null;
      break;
    case 'StuckOpened': {
      const screen = here(event.screen);
      screen.stuck += 1;
      if (event.field !== null) fieldOf(screen, event.field).stuck += 1;
      run.stuck = { at: event.at, rules: event.rules, field: event.field };
      break;
    }
    case 'StuckClosed':
      run.stuck = null;
      break;
    case 'EntryCommitted': {
      const field = fieldOf(here(event.screen), event.field);
      field.commits += 1;
      field.first ??= event.class;
      field.last = event.class;
      if (event.mistake !== undefined) increase(field.mistakes, event.mistake);
      break;
    }
    case 'EntryRefused':
      increase(fieldOf(here(event.screen), event.field).refused, event.rule);
      break;
    case 'RealDataRefused':
      fieldOf(here(event.screen), event.field).real += 1;
      break;
  }
}

/** Time in sight goes to the screen where the learner was. A run resumed another day has not been read all night. */
function passTime({ run, screens }: Tallies, at: number, resumed: boolean, moved: Set<string>): void {
  // `at` never goes down on the device; a batch made by something else must not break the sums.
  const now = Math.max(run.since, at);
  if (run.screen !== null && run.ending === null && !run.paused && !resumed && now > run.since) {
    tallyOf(screens, run.screen).dwell += now - run.since;
    moved.add(run.screen);
  }
  run.since = now;
}

function tallyOf(screens: Map<string, ScreenTally>, id: string): ScreenTally {
  const known = screens.get(id);
  if (known !== undefined) return known;
  const made = newScreenTally();
  screens.set(id, made);
  return made;
}

function fieldOf(screen: ScreenTally, id: string): FieldTally {
  const known = screen.fields[id];
  if (known !== undefined) return known;
  const made = newFieldTally();
  screen.fields[id] = made;
  return made;
}

function increase(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
