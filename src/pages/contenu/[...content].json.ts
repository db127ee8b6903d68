import type { APIRoute, GetStaticPaths } from 'astro';
import type { Scenario } from '#engine';
import { catalogue } from '../s/_catalogue.ts';

/** How well each screen is known is told on the replica's own page; a run has no use for it, and it weighs. */
function light(scenario: Scenario): Scenario {
  const evidence = { confidence: 'assumed', seen: '', sources: [] } as const;
  const screens = Object.entries(scenario.screens).map(([id, screen]) => [id, { ...screen, evidence }] as const);
  return { ...scenario, screens: Object.fromEntries(screens) };
}

/** What a run needs of its scenario, under its hash: `/contenu/<scenario>/<hash>.json`. */
export const getStaticPaths: GetStaticPaths = () => {
  const { scenarios, personas, about } = catalogue();
  return Object.values(scenarios).map((scenario) => ({
    params: { content: `${scenario.id}/${scenario.hash}` },
    props: {
      scenario: light(scenario),
      themes: about[scenario.id]?.tags.coop ?? [],
      personas: Object.fromEntries(scenario.personas.map((id) => [id, personas[id]])),
    },
  }));
};

export const GET: APIRoute = ({ props }) => Response.json(props);
