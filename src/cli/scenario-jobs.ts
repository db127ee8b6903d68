import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CompiledCatalogue, type Fault, tryCatalogue, type WalkReport, walk } from '#authoring';
import { contracts } from '#mocks';
import { startFake } from './fake-network.ts';

/** What can be done with one scenario, with no regard to the others. */
export interface Jobs {
  readonly walk: WalkReport;
  readonly try: readonly Fault[];
}

/** Plain data only: it is given to other threads. */
export interface Site {
  readonly catalogue: Pick<CompiledCatalogue, 'scenarios' | 'personas' | 'about'>;
  /** ISO day of the runs. */
  readonly today: string;
}

export async function work<Job extends keyof Jobs>(
  job: Job,
  id: string,
  { catalogue, today }: Site,
): Promise<Jobs[Job]> {
  const { personas } = catalogue;
  const scenario = catalogue.scenarios[id];
  if (!scenario) throw new Error(`No scenario "${id}"`);
  const done =
    job === 'walk'
      ? await walk({ scenario, personas, contracts, today, start: startFake })
      : await tryCatalogue(catalogue, [id], { contracts, today, start: startFake });
  return done as Jobs[Job];
}

/**
 * Does a job with each of these scenarios, in their order. One thread beside this one takes its share as soon as there
 * are two: more would each cost the second that a thread takes to start.
 */
export async function workOnEach<Job extends keyof Jobs>(
  job: Job,
  ids: readonly string[],
  site: Site,
  threads = availableParallelism(),
): Promise<readonly Jobs[Job][]> {
  const done = new Map<string, Jobs[Job]>();
  // The longest first, so that no thread is left alone with it at the end.
  const size = (id: string) => Object.keys(site.catalogue.scenarios[id]?.screens ?? {}).length;
  const queue = [...ids].sort((a, b) => size(b) - size(a));
  const here = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) done.set(id, await work(job, id, site));
  };
  if (ids.length < 2 || threads < 2) await here();
  else {
    const beside = new Worker(new URL('./scenario-worker.ts', import.meta.url), { workerData: { job, site } });
    try {
      await Promise.all([here(), besideUntilDone(beside, queue, done)]);
    } finally {
      await beside.terminate();
    }
  }
  return ids.map((id) => done.get(id) as Jobs[Job]);
}

/** Gives the other thread one scenario at a time; resolves when none is left. Rejects with what it throws. */
function besideUntilDone<Result>(beside: Worker, queue: string[], done: Map<string, Result>): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = () => {
      const id = queue.shift();
      if (id === undefined) resolve();
      else beside.postMessage(id);
    };
    beside.on('online', next);
    beside.on('error', reject);
    beside.on('message', ({ id, found }: { id: string; found: Result }) => {
      done.set(id, found);
      next();
    });
  });
}
