import { Agent, request } from 'node:http';

/** Devices that send batches at once, each on a line and an address of its own, as in a classroom. */
export interface Senders {
  /** Sends all bodies, as many at once as there are senders; returns how many events were stored. */
  send(bodies: Iterable<string>): Promise<number>;
  close(): void;
}

/**
 * The server limits each address; 127.0.0.x are as many addresses of this machine as one wants (on Linux).
 */
export function createSenders(port: number, count: number): Senders {
  const agents = Array.from(
    { length: count },
    (_, at) => new Agent({ keepAlive: true, maxSockets: 1, localAddress: `127.0.${1 + (at >> 7)}.${1 + (at & 127)}` }),
  );
  return {
    async send(bodies) {
      const queue = bodies[Symbol.iterator]();
      let stored = 0;
      await Promise.all(
        agents.map(async (agent) => {
          for (let next = queue.next(); !next.done; next = queue.next()) {
            const more = await post(agent, port, next.value);
            stored += more; // not `stored += await …`, which adds to what it was before the wait
          }
        }),
      );
      return stored;
    },
    close() {
      for (const agent of agents) agent.destroy();
    },
  };
}

function post(agent: Agent, port: number, body: string): Promise<number> {
  return new Promise((done, fail) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request({ agent, host: '127.0.0.1', port, path: '/api/events', method: 'POST', headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => {
        if (answer.statusCode !== 200) return fail(new Error(`The intake answered ${answer.statusCode}: ${text}`));
        const { stored, refused } = JSON.parse(text);
        if (refused.length > 0) return fail(new Error(`The intake refused events: ${JSON.stringify(refused[0])}`));
        return done(stored);
      });
    });
    sent.on('error', fail);
    sent.end(body);
  });
}
