import { parentPort, workerData } from 'node:worker_threads';
import { type Jobs, type Site, work } from './scenario-jobs.ts';

/** The second thread of `scenarios check` and `play`: gets the id of a scenario, says what was found. */
const { job, site } = workerData as { job: keyof Jobs; site: Site };

parentPort?.on('message', async (id: string) => {
  parentPort?.postMessage({ id, found: await work(job, id, site) });
});
