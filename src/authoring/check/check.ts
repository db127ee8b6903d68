import type { Scenario, ServiceContract } from '#engine';
import type { Assembled } from '../compile/placed.ts';
import { checkUnused } from '../compile/shared.ts';
import { type Fault, fault } from '../faults/fault.ts';
import type { Loaded } from '../load/load.ts';
import { nearest } from '../nearest.ts';
import { checkAnswers } from './answers.ts';
import { checkGraph, checkScreenComplete } from './completeness.ts';
import { checkEvidence } from './evidence.ts';
import { checkExamples } from './examples.ts';
import { checkConditions, checkConsequences } from './facts.ts';
import { checkHarmless } from './harmless.ts';
import { checkScenarioIds, checkScreenIds } from './ids.ts';
import { checkMarks } from './marks.ts';
import { checkPlain } from './plain.ts';
import { checkReferences } from './references.ts';
import { checkPersonaTemplates, checkScenarioTemplates, checkScreenTemplates } from './templates.ts';

/** What a check looks at: a scenario as written and as compiled. */
export interface Subject {
  readonly assembled: Assembled;
  readonly scenario: Scenario;
  readonly loaded: Loaded;
  readonly contracts: Readonly<Record<string, ServiceContract>>;
  /** ISO day. */
  readonly today: string;
  /** Whether every screen that it names could be brought in. */
  readonly isWhole: boolean;
}

/** The faults of one scenario, its service's and shared screens that it uses included. */
export function checkAssembled(subject: Subject): readonly Fault[] {
  const { assembled, scenario } = subject;
  const screens = [...assembled.screens.values()].filter(
    ({ id, from }) => id in scenario.screens || from === 'scenario',
  );
  const names = [
    ...screens.flatMap((placed) => [...checkReferences(subject, placed), ...checkScreenIds(placed)]),
    ...checkService(subject),
    ...checkScenarioIds(subject),
    ...checkConsequences(subject),
    ...checkExamples(subject),
  ];
  const ofScreens = screens.flatMap((placed) => [
    ...checkConditions(subject, placed),
    ...checkScreenComplete(subject, placed),
    ...checkScreenTemplates(subject, placed),
    ...checkEvidence(subject, placed),
    ...checkPlain(subject, placed),
  ]);
  // A name that leads nowhere breaks paths and answers too: its own sentence is enough.
  const isWhole = subject.isWhole && names.every(({ severity }) => severity === 'warning');
  return [
    ...names,
    ...ofScreens,
    ...checkScenarioTemplates(subject),
    ...(isWhole ? [...checkGraph(subject), ...checkAnswers(subject)] : []),
  ];
}

/** What a service says once for all its procedures. */
function checkService({ assembled, contracts }: Subject): readonly Fault[] {
  const { service, screens } = assembled;
  const common = Object.keys(contracts[service.data.id]?.common ?? {});
  const faults: Fault[] = [];
  const target = (name: string, path: readonly (string | number)[]) => {
    if (name !== 'show' && !screens.has(name) && !(name in assembled.file.data.endings))
      faults.push(fault('S010', service.at(path), { name, near: nearest(name, screens.keys()) }));
  };
  for (const [outcome, reaction] of Object.entries(service.data.always ?? {})) {
    if (!common.includes(outcome))
      faults.push(
        fault('S015', service.at(['always', outcome]), {
          name: outcome,
          operation: service.data.id,
          near: nearest(outcome, common),
        }),
      );
    if (typeof reaction === 'string') target(reaction, ['always', outcome]);
  }
  if (service.data.idle) target(service.data.idle.to, ['idle', 'to']);
  return faults;
}

/** The faults of what scenarios share: personas, drawings, shared screens, registers. */
export function checkCatalogue(loaded: Loaded, today: string): readonly Fault[] {
  const uses = [...loaded.scenarios.values(), ...loaded.services.values()].flatMap(({ data }) =>
    Object.values(data.uses ?? {}),
  );
  return [
    ...checkHarmless(loaded),
    ...checkMarks(loaded),
    ...checkPersonaTemplates(loaded, today),
    ...checkPersonas(loaded),
    ...checkUnused(loaded, new Set(uses.map(({ screen }) => screen))),
    ...checkSources(loaded),
  ];
}

function checkPersonas({ personas, glossary }: Loaded): readonly Fault[] {
  const terms = Object.keys(glossary.data.terms);
  return [...personas.values()].flatMap(({ data, at }) => {
    const people = data.people.map(({ id }) => id);
    const papers = data.papers.flatMap(({ id, series }) =>
      series ? Object.keys(series).map((month) => `${id}@${month}`) : [id],
    );
    const faults: Fault[] = [];
    const seen = new Set<string>();
    for (const [index, paper] of data.papers.entries()) {
      const path = ['papers', index];
      if (seen.has(paper.id)) faults.push(fault('S008', at([...path, 'id']), { what: 'Le papier', name: paper.id }));
      seen.add(paper.id);
      if (!people.includes(paper.person))
        faults.push(
          fault('S027', at([...path, 'person']), {
            what: 'La personne',
            name: paper.person,
            near: nearest(paper.person, people),
            allowed: people,
          }),
        );
      for (const [id, { term }] of Object.entries(paper.items)) {
        if (term !== undefined && !terms.includes(term))
          faults.push(fault('S016', at([...path, 'items', id, 'term']), { name: term, near: nearest(term, terms) }));
      }
      for (const [month, values] of Object.entries(paper.series ?? {})) {
        for (const id of Object.keys(values)) {
          if (!(id in paper.items))
            faults.push(
              fault('S013', at([...path, 'series', month, id]), {
                name: id,
                paper: paper.id,
                near: nearest(id, Object.keys(paper.items)),
              }),
            );
        }
      }
    }
    for (const [index, { paper }] of (data.documents ?? []).entries()) {
      if (!papers.includes(paper))
        faults.push(
          fault('S012', at(['documents', index, 'paper']), {
            name: paper,
            persona: data.id,
            near: nearest(paper, papers),
          }),
        );
    }
    return faults;
  });
}

function checkSources({ sources, scenarios, services, shared, broken, mended }: Loaded): readonly Fault[] {
  if (broken.size + mended.size > 0) return []; // a file that cannot be read may cite it
  const cited = JSON.stringify(
    [...scenarios.values(), ...services.values(), ...shared.values()].map(({ data }) => data),
  );
  return Object.keys(sources.data).flatMap((name) =>
    cited.includes(`"${name}"`) ? [] : [fault('S053', sources.at([name]), { name })],
  );
}
