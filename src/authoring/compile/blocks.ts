import {
  type Action,
  type Block,
  type Call,
  type Coaching,
  type Field,
  kindOf,
  type Reaction,
  type ServiceContract,
} from '#engine';
import type { ActionSource, BlockSource, CoachSource, FieldSource, ScreenSource } from '../schema/index.ts';
import { slug } from './slug.ts';
import { compact, compileAnswer, compileTest, mistakeId } from './values.ts';

/** What the parts of a screen need to know to be compiled. */
export interface Context {
  readonly contracts: Readonly<Record<string, ServiceContract>>;
  /** Reactions of the service to the outcomes that any operation may have. */
  readonly always: Readonly<Record<string, unknown>>;
  /** The drawing of a file of the service's images folder, ready to be inlined. */
  readonly drawing: (file: string) => string;
}

export function compileCoach(coach: CoachSource | undefined, kind: ReturnType<typeof kindOf> = 'text'): Coaching {
  if (!coach) return {};
  const mistakes = coach.mistakes?.map(({ id, when, say }) => ({
    id: id ?? mistakeId(when),
    when: compileTest(when, kind),
    say,
  }));
  return compact({ ...coach, look: coach.look && compact(coach.look), mistakes }) as Coaching;
}

const optionalByNature = ['tick', 'choices', 'grid'];

export function compileField(source: FieldSource): Field {
  const {
    field: id,
    kind: input,
    label,
    hint,
    when,
    asks,
    answer,
    noAnswer,
    skill,
    prefill,
    errors,
    coach,
    formerly: _,
    ...own
  } = source;
  const kind = kindOf({ input });
  const { required = !optionalByNature.includes(input) && noAnswer === undefined, ...shape } = own as typeof own & {
    required?: boolean;
  };
  return compact({
    kind: 'field',
    id,
    label,
    hint,
    required,
    when,
    asks,
    answer: answer && compileAnswer(answer, kind),
    noAnswer,
    skill,
    prefill,
    errors: errors && compact(errors),
    coach: compileCoach(coach, kind),
    ...defaults(source),
    ...compact(shape),
    ...(source.kind === 'grid'
      ? {
          cells: Object.fromEntries(
            Object.entries(source.cells ?? {}).map(([cell, from]) => [cell, compileAnswer(from, 'amount')]),
          ),
        }
      : {}),
    input,
  }) as unknown as Field;
}

function defaults(source: FieldSource): object {
  switch (source.kind) {
    case 'nir':
      return { digits: 13 };
    case 'amount':
      return { cents: true };
    case 'grid':
      return { cents: false, cells: {} };
    case 'date':
      return { boxes: 3 };
    case 'choice':
      return { look: 'radio' };
    default:
      return {};
  }
}

export function compileBlock(source: BlockSource, context: Context): Block {
  const when = source.when ? { when: source.when } : {};
  const inside = (blocks: readonly BlockSource[]) => blocks.map((each) => compileBlock(each, context));
  if ('field' in source) return compileField(source);
  if ('heading' in source) return { kind: 'heading', level: source.level ?? 2, text: source.heading, ...when } as Block;
  if ('paragraph' in source) return { kind: 'paragraph', text: source.paragraph, ...when } as Block;
  if ('list' in source) return compact({ kind: 'list', ordered: source.ordered, items: source.list, ...when }) as Block;
  if ('notice' in source)
    return compact({
      kind: 'notice',
      tone: source.tone ?? 'info',
      title: source.title,
      text: source.notice,
      ...when,
    }) as Block;
  if ('image' in source)
    return { kind: 'image', svg: context.drawing(source.image), alt: source.alt ?? '', ...when } as Block;
  if ('summary' in source)
    return { kind: 'summary', title: source.summary, rows: source.rows.map(compact), ...when } as unknown as Block;
  if ('table' in source)
    return { kind: 'table', caption: source.table, columns: source.columns, rows: source.rows, ...when } as Block;
  if ('phone' in source)
    return compact({
      kind: 'phone',
      app: source.phone,
      lines: source.lines,
      address: source.address,
      actions: source.actions,
      ...when,
    }) as Block;
  if ('action' in source) return { kind: 'action', action: source.action, ...when } as Block;
  if ('foldout' in source)
    return { kind: 'foldout', label: source.foldout, blocks: inside(source.blocks), ...when } as Block;
  if ('group' in source)
    return { kind: 'group', legend: source.group, blocks: inside(source.blocks), ...when } as Block;
  const { card, address, collapsible, open, tone, banner, blocks } = source;
  return compact({
    kind: 'card',
    title: card,
    address,
    collapsible,
    open,
    tone,
    banner,
    blocks: inside(blocks),
    ...when,
  }) as Block;
}

/** The label of an action, whichever its first key. */
export function labelOf(action: ActionSource): string {
  return 'button' in action ? action.button : 'link' in action ? action.link : action.tile;
}

export const actionId = (action: ActionSource): string => action.id ?? slug(labelOf(action));

export function compileActions(sources: readonly ActionSource[], context: Context): readonly Action[] {
  const main = sources.find((action) => 'button' in action && action.look === undefined);
  return sources.map((source) => {
    const usual = 'link' in source ? 'link' : 'tile' in source ? 'tile' : source === main ? 'primary' : 'secondary';
    const look = source.look ?? usual;
    const does: Action['does'] =
      'goes' in source
        ? { kind: 'go', to: branches(source.goes) }
        : 'inert' in source
          ? { kind: 'inert', say: source.inert }
          : { kind: 'call', ...compileCall(source, context) };
    return compact({
      id: actionId(source),
      label: labelOf(source),
      look,
      when: source.when,
      validates: source.validates ?? (does.kind === 'call' || (does.kind === 'go' && look === 'primary')),
      coach: source.coach && compileCoach(source.coach),
      does,
    }) as Action;
  });
}

type CallSource = NonNullable<ScreenSource['load']>;
type ReactionSource = CallSource['on'][string];

export function compileCall(source: CallSource, { contracts, always }: Context): Call {
  const [service = '', name = ''] = source.calls.split('.');
  const contract = contracts[service];
  const needsSession = contract?.operations[name]?.session ?? false;
  const common = Object.keys(contract?.common ?? {}).filter((outcome) => outcome !== 'sessionExpired' || needsSession);
  const added = common
    .filter((outcome) => !(outcome in source.on) && outcome in always)
    .map((outcome) => [outcome, always[outcome]] as const);
  const statusOf = (outcome: string) =>
    (contract?.operations[name]?.outcomes[outcome] ?? contract?.common[outcome])?.status ?? 200;
  const on = [...Object.entries(source.on), ...added] as readonly (readonly [string, ReactionSource])[];
  return {
    operation: source.calls,
    with: source.with ?? {},
    on: Object.fromEntries(on.map(([outcome, reaction]) => [outcome, compileReaction(reaction)])),
    refusals: on.map(([outcome]) => outcome).filter((outcome) => statusOf(outcome) >= 400),
  };
}

function compileReaction(source: ReactionSource): Reaction {
  if (source === 'show') return { stay: null };
  if (typeof source === 'string' || Array.isArray(source)) return { to: branches(source) };
  return compact(source) as Reaction;
}

const branches = (source: string | readonly { when?: unknown; to: string }[]) =>
  (typeof source === 'string' ? [{ to: source }] : source.map((branch) => compact(branch))) as readonly {
    to: string;
  }[];
