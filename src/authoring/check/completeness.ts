import type { Screen } from '#engine';
import { leadersOf } from '../compile/compile.ts';
import { edgesOf } from '../compile/graph.ts';
import { compilePersona } from '../compile/persona.ts';
import type { Placed } from '../compile/placed.ts';
import { pathOf } from '../compile/way.ts';
import { type Fault, fault } from '../faults/fault.ts';
import type { Subject } from './check.ts';
import { actionsIn, branchesIn, callsIn, fieldsIn } from './parts.ts';

/** Nothing is left without an answer: outcomes, screens, fields, « back ». */
export function checkScreenComplete(subject: Subject, placed: Placed): readonly Fault[] {
  const { scenario } = subject;
  const screen = scenario.screens[placed.id];
  const faults: Fault[] = [...outcomes(subject, placed), ...fields(placed), ...lastBranches(placed)];
  if (!screen) return faults;
  const leaves = edgesOf(screen).some(
    ({ to, action }) => to !== screen.id && (action !== null || screen.actions.length === 0),
  );
  if (!leaves) faults.push(fault('S032', placed.at(['actions']), { screen: placed.id }));
  if (placed.source.back === undefined && placed.id !== scenario.start) {
    const from = leadersOf(scenario.screens, placed.id);
    // Deduced, it never undoes a sending nor a log-in.
    const before = from.find((each) => isBefore(scenario.screens[each], screen));
    // Without any, it is unreachable, which is said elsewhere; or the log-out leads there.
    const isUnknown = from.length > 1 || (from.length === 0 && placed.id === scenario.service.idle?.to);
    if (isUnknown || before !== undefined)
      faults.push(fault('S037', placed.at([]), { screen: placed.id, from, before }));
  }
  return faults;
}

const isBefore = (from: Screen | undefined, screen: Screen): boolean =>
  from !== undefined && ((!from.receipt && screen.receipt === true) || (!from.signedIn && screen.signedIn));

function outcomes({ contracts, assembled }: Subject, placed: Placed): readonly Fault[] {
  const own = assembled.service.data;
  return callsIn(placed).flatMap(({ path, is }) => {
    const [service = '', name = ''] = is.calls.split('.');
    // What a service says once for all of its own failures would be untrue of another's.
    const always = Object.keys((service === own.id && own.always) || {});
    const contract = contracts[service];
    const operation = contract?.operations[name];
    if (!contract || !operation) return [];
    const common = Object.keys(contract.common).filter((outcome) => outcome !== 'sessionExpired' || operation.session);
    const missing = [
      ...Object.keys(operation.outcomes),
      ...common.filter((outcome) => !always.includes(outcome)),
    ].filter((outcome) => !(outcome in is.on));
    const spot = placed.at([...path, 'calls']);
    const faults =
      missing.length > 0
        ? [fault('S030', spot, { operation: is.calls, outcomes: missing, isOwn: service === own.id })]
        : [];
    const successes = Object.values(operation.outcomes).filter((outcome) => outcome.success).length;
    if (successes !== 1) faults.push(fault('S041', spot, { operation: is.calls, count: successes }));
    const all = { ...contract.common, ...operation.outcomes };
    for (const [outcome, found] of Object.entries(all)) {
      if ((found as { recipe?: unknown }).recipe === undefined)
        faults.push(fault('S040', spot, { operation: is.calls, outcome }));
    }
    return faults;
  });
}

function fields(placed: Placed): readonly Fault[] {
  return fieldsIn(placed).flatMap(({ path, is }) => {
    const hasAnswer = is.answer !== undefined || (is.kind === 'grid' && Object.keys(is.cells ?? {}).length > 0);
    const faults = is.coach?.ask === undefined ? [fault('S033', placed.at(path), { field: is.field })] : [];
    if (hasAnswer === (is.noAnswer !== undefined))
      faults.push(fault('S034', placed.at(path), { field: is.field, both: hasAnswer }));
    return faults;
  });
}

function lastBranches(placed: Placed): readonly Fault[] {
  return branchesIn(placed).flatMap(({ path, is }) => {
    if (typeof is === 'string' || is.at(-1)?.when === undefined) return [];
    return [fault('S043', placed.at([...path, is.length - 1]), {})];
  });
}

/** The whole graph: everything is reached, every persona ends somewhere. */
export function checkGraph({ assembled, scenario, loaded, contracts }: Subject): readonly Fault[] {
  const { file, screens } = assembled;
  const faults: Fault[] = [];
  const known = new Set([...screens.keys(), ...Object.keys(scenario.endings)]);
  const met = walk(scenario, known);
  for (const placed of screens.values()) {
    if (placed.from === 'scenario' && !met.has(placed.id))
      faults.push(fault('S031', placed.at([]), { screen: placed.id }));
  }
  for (const alias of Object.keys(file.data.uses ?? {})) {
    if (screens.has(alias) && !met.has(alias)) faults.push(fault('S031', file.at(['uses', alias]), { screen: alias }));
  }
  for (const name of Object.keys(file.data.endings)) {
    if (name !== 'abandon' && !met.has(name)) faults.push(fault('S036', file.at(['endings', name]), { ending: name }));
  }
  for (const [index, id] of file.data.personas.entries()) {
    const persona = loaded.personas.get(id);
    if (persona && pathOf(scenario, compilePersona(persona.data), contracts).length === 0)
      faults.push(fault('S035', file.at(['personas', index]), { persona: id }));
  }
  for (const screen of Object.values(scenario.screens)) {
    const placed = screens.get(screen.id);
    const { way } = placed?.source ?? {};
    const action = placed && actionsIn(placed).find(({ is }) => 'inert' in is && is.id === way);
    if (placed && way !== undefined && action) faults.push(fault('S049', placed.at(['way']), { screen: screen.id }));
  }
  return faults;
}

/** Screens and endings met from the start. « Back » alone does not make a screen reached. */
function walk(scenario: Subject['scenario'], known: ReadonlySet<string>): ReadonlySet<string> {
  const met = new Set<string>();
  const queue = [scenario.start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (met.has(id) || !known.has(id)) continue;
    met.add(id);
    const screen = scenario.screens[id];
    if (!screen) continue;
    queue.push(...edgesOf(screen).map(({ to }) => to));
    if ('to' in screen.back) queue.push(screen.back.to);
    if (screen.signedIn && scenario.service.idle) queue.push(scenario.service.idle.to);
  }
  return met;
}
