import type { ServiceContract } from '#engine';

/** A service that does nothing: it lets the sandbox show every kind of block waiting, refused and answered. */
export const sandboxContract = {
  service: 'bac-a-sable',
  common: {
    outage: { status: 503, recipe: { presets: ['outage'] } },
    maintenance: { status: 503, recipe: { presets: ['maintenance'] } },
    sessionExpired: { status: 401, recipe: { presets: ['session-over'] } },
  },
  operations: {
    readFigures: {
      session: false,
      input: {},
      outcomes: { ok: { status: 200, success: true, data: ['figures', 'town'], recipe: {} } },
    },
    sendCode: {
      session: false,
      input: {},
      outcomes: { ok: { status: 200, success: true, recipe: {} } },
    },
    check: {
      session: false,
      input: { word: { kind: 'text' } },
      outcomes: {
        ok: { status: 200, success: true, recipe: {} },
        refused: { status: 422, recipe: { input: { word: 'wrong' } } },
      },
    },
  },
} as const satisfies ServiceContract;
