/** What the server says: lines of JSON for a machine, plain sentences in a terminal. */
export interface Log {
  info(message: string, data?: Readonly<Record<string, string | number>>): void;
  error(message: string, data?: Readonly<Record<string, string | number>>): void;
}

/**
 * Never given a body, a header or an address with its query: what a learner or a trainer sent has no way into it.
 *
 * @param terminal whether a person reads
 */
export function createLog(terminal: boolean, now: () => number = Date.now): Log {
  const write = (
    level: 'info' | 'error',
    message: string,
    data: Readonly<Record<string, string | number>> = {},
  ): void => {
    const line = terminal
      ? [message, ...Object.entries(data).map(([key, value]) => `${key}=${value}`)].join('  ')
      : JSON.stringify({ time: new Date(now()).toISOString(), level, message, ...data });
    (level === 'error' ? process.stderr : process.stdout).write(`${line}\n`);
  };
  return {
    info: (message, data) => write('info', message, data),
    error: (message, data) => write('error', message, data),
  };
}
