import { coachWords as words } from '#i18n';
import type { HelpLevel, RunEvent } from '#recording';
import { type Advice, fieldAdvice, fieldsShown, type Scenery } from './advice.ts';
import { type Feedback, feedbackOn, splitCell } from './feedback.ts';
import { attempt, type Ladder, ladderAt } from './ladder.ts';
import { manners } from './level.ts';

/** What the panel remembers while a screen lasts. Pure: events in, sentences out. */
export interface CoachSession {
  readonly ladder: Ladder;
  /** Last thing said about what the learner did. */
  readonly said: Feedback | null;
  /** Field or cell where the learner is: "nir", "ressources/amina.salaires.-2". */
  readonly touched: string | null;
  /** Fields of this screen whose last attempt failed. */
  readonly failed: ReadonlySet<string>;
  /** Mistakes recognised in the last entry of each field: a refusal that follows is explained by them. */
  readonly mistakes: ReadonlyMap<string, string>;
  /** Fields that the form has just refused, in one sending: nothing was done since. */
  readonly refused: ReadonlySet<string>;
}

export const newSession: CoachSession = {
  ladder: ladderAt(''),
  said: null,
  touched: null,
  failed: new Set(),
  mistakes: new Map(),
  refused: new Set(),
};

/** What `hear` must know besides the event. */
export interface Hearing extends Scenery {
  readonly level: HelpLevel;
  /** The next right thing, to say it kindly when the learner starts elsewhere. */
  readonly next: Advice | null;
}

export function hear(before: CoachSession, event: RunEvent, hearing: Hearing): CoachSession {
  const judged = event.type === 'EntryCommitted' || event.type === 'EntryRefused';
  const session = judged || before.refused.size === 0 ? before : { ...before, refused: newSession.refused };
  switch (event.type) {
    case 'ScreenShown':
      return { ...newSession, ladder: session.ladder };
    case 'FieldEntered':
      return { ...session, touched: event.field, said: elsewhere(session, event.field, hearing) };
    case 'EntryCommitted':
    case 'EntryRefused': {
      const isFailure = event.type === 'EntryRefused' || event.class !== 'right';
      const corrected = !isFailure && session.failed.has(event.field);
      const failed = new Set(session.failed);
      if (isFailure) failed.add(event.field);
      else failed.delete(event.field);
      const mistakes = new Map(session.mistakes);
      if (event.type === 'EntryCommitted') {
        if (event.mistake === undefined) mistakes.delete(event.field);
        else mistakes.set(event.field, event.mistake);
      }
      const known = mistakes.get(event.field);
      // The form says only that it does not read the entry: what was recognised in it says more.
      const told: typeof event =
        event.type === 'EntryRefused' && event.rule === 'malformed' && known !== undefined
          ? { ...event, type: 'EntryCommitted', class: 'mistake', mistake: known, ordinal: 1 }
          : event;
      const concerned = isAbout(session.ladder, event.screen, event.field);
      const follows = followsRefusal(session, event);
      return {
        ...session,
        failed,
        mistakes,
        refused: refusedSoFar(follows ? session.refused : newSession.refused, event),
        ladder: concerned ? attempt(session.ladder, isFailure) : session.ladder,
        said: follows
          ? session.said
          : (feedbackOn(told, hearing.level, corrected, hearing) ?? (corrected ? null : session.said)),
      };
    }
    case 'OperationAnswered':
      return session.ladder.spot.startsWith(`${event.screen}!`)
        ? { ...session, ladder: attempt(session.ladder, true) }
        : session;
    // What was said was about an entry that is gone.
    case 'RealDataRefused':
    case 'ActionTaken':
      return { ...session, said: null };
    default:
      return session;
  }
}

type Judged = Extract<RunEvent, { type: 'EntryCommitted' | 'EntryRefused' }>;

/**
 * A sending is refused field after field, and the focus goes to the first: so does what is said. What is then judged
 * belongs to it, unless a field that was refused holds something else.
 */
function followsRefusal({ refused }: CoachSession, { type, field }: Judged): boolean {
  return refused.size > 0 && (type === 'EntryRefused' || !refused.has(splitCell(field)[0]));
}

function refusedSoFar(refused: ReadonlySet<string>, { type, field }: Judged): ReadonlySet<string> {
  return type === 'EntryRefused' ? new Set(refused).add(splitCell(field)[0]) : refused;
}

/** The session on another spot: its ladder starts from the ground again. */
export function moveTo(session: CoachSession, spot: string): CoachSession {
  return session.ladder.spot === spot ? session : { ...session, ladder: ladderAt(spot) };
}

/** The field that the learner is in, when it is not right yet: help is about that one before any other. */
export function touchedAdvice(
  session: CoachSession,
  isRight: (field: string, cell?: string) => boolean,
  scenery: Scenery,
): Advice | null {
  if (session.touched === null) return null;
  const [id, cell] = splitCell(session.touched);
  const field = fieldsShown(scenery.view).find((candidate) => candidate.id === id);
  if (!field || (field.input === 'grid' && cell === undefined) || isRight(id, cell)) return null;
  return fieldAdvice(field, cell, scenery);
}

function isAbout(ladder: Ladder, screen: string, field: string): boolean {
  return ladder.spot === `${screen}/${field}` || ladder.spot.startsWith(`${screen}/${field}/`);
}

/** Another target than the one proposed stays usable: the coach only says what it would do first. */
function elsewhere(session: CoachSession, field: string, { level, next }: Hearing): Feedback | null {
  if (!manners[level].guides || !next?.field) return session.said;
  const [id] = splitCell(field);
  return id === next.field ? session.said : { tone: 'info', text: `${words.firstThis} ${next.ask}` };
}
