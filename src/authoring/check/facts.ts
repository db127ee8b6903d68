import { possibleFacts } from '../compile/facts.ts';
import type { Placed } from '../compile/placed.ts';
import { type Fault, fault, type Spot } from '../faults/fault.ts';
import type { Path } from '../load/place.ts';
import { nearest } from '../nearest.ts';
import type { ConditionSource } from '../schema/index.ts';
import type { Subject } from './check.ts';
import { conditionsIn, fieldsIn } from './parts.ts';

/** Every fact that a condition reads is established by something, and can have the value it is compared to. */
export function checkConditions(subject: Subject, placed: Placed): readonly Fault[] {
  const known = knownFacts(subject);
  return conditionsIn(placed).flatMap(({ path, is }) => check(is, known, (rest) => placed.at([...path, ...rest])));
}

/** Consequences may also read how the run ended and what went wrong silently. */
export function checkConsequences(subject: Subject): readonly Fault[] {
  const { assembled, scenario } = subject;
  const known = new Map(knownFacts(subject));
  known.set('ending', Object.keys(scenario.endings));
  for (const placed of assembled.screens.values())
    for (const { is } of fieldsIn(placed)) known.set(`silent:${placed.id}/${is.field}`, ['oui', 'non']);
  return (assembled.file.data.consequences ?? []).flatMap((each, index) => {
    const at = (rest: Path) => assembled.file.at(['consequences', index, ...rest]);
    const channel = 'letter' in each ? 'letter' : 'mail' in each ? 'mail' : 'sms';
    const name = 'letter' in each ? each.letter : 'mail' in each ? each.mail : each.sms;
    const template = scenario.messages[name];
    const wrong =
      template === undefined
        ? [fault('S019', at([channel]), { name, near: nearest(name, Object.keys(scenario.messages)) })]
        : template.channel === channel
          ? []
          : [fault('S005', at([channel]), { name: channel, near: template.channel, allowed: [template.channel] })];
    return [...wrong, ...(each.when ? check(each.when, known, (rest) => at(['when', ...rest])) : [])];
  });
}

const established = new WeakMap<Subject, ReadonlyMap<string, readonly string[]>>();

function knownFacts(subject: Subject): ReadonlyMap<string, readonly string[]> {
  const found = established.get(subject) ?? establish(subject);
  established.set(subject, found);
  return found;
}

function establish({ scenario, loaded, contracts }: Subject): ReadonlyMap<string, readonly string[]> {
  const known = new Map(possibleFacts(scenario.screens, loaded, scenario.personas, contracts));
  // A choice among several is compared one by one.
  for (const [fact, values] of known)
    known.set(
      fact,
      [...new Set(values.flatMap((value) => value.split('+')))].filter((value) => value !== ''),
    );
  known.set('edition', [...loaded.scenarios.keys()]);
  return known;
}

function check(
  condition: ConditionSource,
  known: ReadonlyMap<string, readonly string[]>,
  at: (rest: Path) => Spot,
): readonly Fault[] {
  return Object.entries(condition).flatMap(([key, wanted]): readonly Fault[] => {
    if ((key === 'all' || key === 'any') && Array.isArray(wanted))
      return (wanted as ConditionSource[]).flatMap((part, index) =>
        check(part, known, (rest) => at([key, index, ...rest])),
      );
    if (key === 'not') return check(wanted as ConditionSource, known, (rest) => at([key, ...rest]));
    const allowed = known.get(key);
    if (!allowed) return [fault('S025', at([key]), { name: key, near: nearest(key, known.keys()) })];
    const values = typeof wanted === 'boolean' ? [wanted ? 'oui' : 'non'] : [wanted as string | string[]].flat();
    return values.flatMap((name) =>
      allowed.includes(name)
        ? []
        : [fault('S026', at([key]), { fact: key, name, near: nearest(name, allowed), allowed })],
    );
  });
}
