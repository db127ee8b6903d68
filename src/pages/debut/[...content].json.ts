import type { APIRoute, GetStaticPaths } from 'astro';
import { catalogue } from '../s/_catalogue.ts';
import { coreOf } from './_core.ts';

/** What a run needs of its scenario to begin: `/debut/<scenario>/<hash>.json`. */
export const getStaticPaths: GetStaticPaths = () => {
  const { scenarios, personas } = catalogue();
  return Object.values(scenarios).map((scenario) => ({
    params: { content: `${scenario.id}/${scenario.hash}` },
    props: { ...coreOf(scenario, personas) },
  }));
};

export const GET: APIRoute = ({ props }) => Response.json(props);
