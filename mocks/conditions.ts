/** What the network does to a run whatever the service: the conditions a trainer can switch on. */

/** Where the run's conditions stand. Plain JSON, kept with the worlds. */
export interface Weather {
  readonly conditions: readonly string[];
  /** Calls answered so far, all services together. */
  calls: number;
  /** Calls that needed a session and had one. */
  signedInCalls: number;
  /** Calls still to be answered with an outage. */
  outageLeft: number;
  /** The one service that is out of order; absent: all of them. */
  outageOf?: string;
  /** The site is closed until then, epoch ms. */
  closedUntil: number | null;
}

/** Values of the training, not of any service. */
export const weatherSettings = {
  /** How long a slow answer takes, real ms. */
  slowAnswer: 4000,
  /** An outage answers so many calls, then the service is back. */
  outageCalls: 2,
  /** Maintenance lasts so long on the run's clock, ms. */
  maintenance: 60 * 60 * 1000,
  /** The session ends at this signed-in call, once. */
  sessionEndsAt: 4,
} as const;

export function startWeather(conditions: readonly string[], now: number): Weather {
  return {
    conditions: [...conditions],
    calls: 0,
    signedInCalls: 0,
    outageLeft: conditions.includes('outage') ? weatherSettings.outageCalls : 0,
    closedUntil: conditions.includes('maintenance') ? now + weatherSettings.maintenance : null,
  };
}

/** Presets that hold for every service. */
export const weatherPresets: Readonly<Record<string, (weather: Weather, service: string, now: number) => void>> = {
  outage: (weather, service) => {
    Object.assign(weather, { outageLeft: 1, outageOf: service });
  },
  maintenance: (weather, _service, now) => {
    weather.closedUntil = now + weatherSettings.maintenance;
  },
};

/** The answer that the weather gives instead of a service, if any. Counts the call. */
export function weatherAnswer(weather: Weather, service: string, now: number): 'outage' | 'maintenance' | null {
  weather.calls += 1;
  if (weather.closedUntil !== null) {
    if (now < weather.closedUntil) return 'maintenance';
    weather.closedUntil = null;
  }
  if (weather.outageLeft > 0 && (weather.outageOf ?? service) === service) {
    weather.outageLeft -= 1;
    return 'outage';
  }
  return null;
}

/** Whether the session ends at this signed-in call. Counts the call. */
export function sessionEndsNow(weather: Weather): boolean {
  if (!weather.conditions.includes('session-expires')) return false;
  weather.signedInCalls += 1;
  return weather.signedInCalls === weatherSettings.sessionEndsAt;
}
