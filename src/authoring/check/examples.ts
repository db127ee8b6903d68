import { actionId } from '../compile/blocks.ts';
import { mistakeId } from '../compile/values.ts';
import { type Fault, fault } from '../faults/fault.ts';
import type { Path } from '../load/place.ts';
import { nearest } from '../nearest.ts';
import type { Subject } from './check.ts';
import { actionsIn, fieldsIn } from './parts.ts';

/** What the examples name must exist somewhere in the scenario; the run tells whether it is there at that moment. */
export function checkExamples({ assembled, scenario }: Subject): readonly Fault[] {
  const { file } = assembled;
  const placed = [...assembled.screens.values()].filter(({ id }) => id in scenario.screens);
  const fields = placed.flatMap(fieldsIn).map(({ is }) => is);
  const fieldIds = fields.map(({ field }) => field);
  const mistakes = fields.flatMap(({ field, coach }) =>
    (coach?.mistakes ?? []).map(({ id, when }) => `${field}/${id ?? mistakeId(when)}`),
  );
  const actions = placed.flatMap(actionsIn).map(({ is }) => actionId(is));
  const endings = Object.keys(scenario.endings);
  const screens = Object.keys(scenario.screens);
  return (file.data.examples ?? []).flatMap((example, index) => {
    const at = (...rest: Path) => file.at(['examples', index, ...rest]);
    const faults: Fault[] = [];
    const needs = (code: 'S010' | 'S011', name: string | undefined, known: readonly string[], path: Path) => {
      if (name !== undefined && !known.includes(name))
        faults.push(fault(code, at(...path), { name, near: nearest(name, known) }));
    };
    const field = (name: string | undefined, path: Path) => {
      const bare = name?.split('/')[0];
      if (bare !== undefined && !fieldIds.includes(bare))
        faults.push(fault('S020', at(...path), { name: bare, screen: example.name, near: nearest(bare, fieldIds) }));
    };
    needs('S011', example.persona, scenario.personas, ['persona']);
    needs('S010', example.ends, endings, ['ends']);
    const expects = (example.do ?? []).some((step) => 'expect' in step);
    if (example.ends === undefined && !expects) faults.push(fault('S047', at(), { name: example.name }));
    for (const [step, is] of (example.do ?? []).entries()) {
      if ('fill' in is) for (const name of Object.keys(is.fill)) field(name, ['do', step, 'fill', name]);
      if ('press' in is && !actions.includes(is.press))
        faults.push(
          fault('S024', at('do', step, 'press'), {
            name: is.press,
            screen: example.name,
            near: nearest(is.press, actions),
          }),
        );
      if ('answers' in is) needs('S010', is.answers, screens, ['do', step, 'answers']);
      if (!('expect' in is)) continue;
      needs('S010', is.expect.screen, screens, ['do', step, 'expect', 'screen']);
      needs('S010', is.expect.ending, endings, ['do', step, 'expect', 'ending']);
      field(is.expect.error, ['do', step, 'expect', 'error']);
      const { mistake } = is.expect;
      if (mistake !== undefined && !mistakes.includes(mistake))
        faults.push(
          fault('S027', at('do', step, 'expect', 'mistake'), {
            what: "L'erreur",
            name: mistake,
            near: nearest(mistake, mistakes),
            allowed: [],
          }),
        );
    }
    return faults;
  });
}
