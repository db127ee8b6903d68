/**
 * The intake alone in a process of its own, to be killed: DATA_DIR, DATABASE_URL. Prints its port. Everything from
 * the socket to the disk is the real thing; accounts and pages are left out, so that it starts at once.
 */
import { createServer } from 'node:http';
import { openDatabase } from '../database/database.ts';
import { answerEvents } from '../http/events-endpoint.ts';
import { createIntake } from '../intake/intake.ts';
import { publishScenarios } from '../intake/published.ts';
import { smallScenario } from './ids.ts';

const { DATA_DIR = '', DATABASE_URL } = process.env;
const db = await openDatabase({ dataDir: DATA_DIR, databaseUrl: DATABASE_URL });
const published = await publishScenarios(db, [smallScenario], Date.now);
const intake = createIntake(db, Date.now, () => undefined);
const server = createServer((request, response) => {
  answerEvents(
    request,
    response,
    { config: { publicUrl: undefined }, published, intake },
    { allows: () => true },
  ).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  console.log(typeof address === 'object' ? address?.port : address);
});
