import type { Scenario } from '#engine';
import type { CompiledCatalogue } from './catalogue.ts';

/** `node src/cli/scenarios.ts fidelity` rewrites `docs/fidelity.md`. A test fails when the page drifts. */
const command = 'npm run scenarios -- fidelity';

const words = { documented: 'attesté', reported: 'rapporté', assumed: 'supposé' } as const;

/**
 * The ledger of what is known of each screen (DESIGN §4.5): how well, since when, by which sources, and what is only
 * supposed. Nothing in it depends on the day it is written.
 */
export function fidelityPage({ scenarios, sources }: Pick<CompiledCatalogue, 'scenarios' | 'sources'>): string {
  const procedures = Object.values(scenarios).filter(({ replicates }) => replicates.site !== 'aucun');
  const screens = procedures.flatMap((scenario) => Object.values(scenario.screens));
  const cited = new Set(screens.flatMap(({ evidence }) => evidence.sources));
  return `${[
    '# Ce que l’on sait de chaque écran',
    `Page écrite par « ${command} ». Ne pas modifier.`,
    'Attesté : une source montre l’écran ou le dit. Rapporté : une source en parle sans le montrer. Supposé : nous l’avons déduit, et l’écran le dit.',
    table(
      ['démarche', 'imite', 'écrans', ...Object.values(words)],
      procedures.map((scenario) => [
        scenario.title,
        `${scenario.replicates.site}, ${scenario.replicates.asOf}`,
        String(Object.keys(scenario.screens).length),
        ...Object.keys(words).map((confidence) => String(countOf(scenario, confidence))),
      ]),
    ),
    ...procedures.flatMap((scenario) => [
      `## ${scenario.title}`,
      `\`${scenario.id}\``,
      table(
        ['écran', 'adresse', 'sûreté', 'vu', 'sources', 'ce qui est attesté, ce qui est supposé'],
        Object.values(scenario.screens).map(({ title, address, evidence }) => [
          title,
          `\`${address}\``,
          words[evidence.confidence],
          evidence.seen,
          evidence.sources.join(', '),
          evidence.note ?? '',
        ]),
      ),
    ]),
    '## Les sources',
    table(
      ['nom', 'titre', 'adresse', 'date'],
      [...cited].sort().flatMap((name) => {
        const source = sources[name];
        return source ? [[`\`${name}\``, source.title, source.address ?? '', String(source.date ?? '')]] : [];
      }),
    ),
  ].join('\n\n')}\n`;
}

const countOf = ({ screens }: Scenario, confidence: string): number =>
  Object.values(screens).filter(({ evidence }) => evidence.confidence === confidence).length;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
