import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../s/_catalogue.ts';

/** What a run needs of its scenario, under its hash: `/contenu/<scenario>/<hash>.json`. */
export const getStaticPaths: GetStaticPaths = () => {
  const { scenarios, personas } = catalogue();
  return Object.values(scenarios).map((scenario) => ({
    params: { content: `${scenario.id}/${scenario.hash}` },
    props: { scenario, personas: Object.fromEntries(scenario.personas.map((id) => [id, personas[id]])) },
  }));
};

export const GET: APIRoute = ({ props }) => Response.json(props);
