/**
 * The arrows between rooms (docs/decisions/006-arrows.md): a room may import its own files, the packages it needs and
 * the public face (`index.ts`) of the rooms that build/rooms.json lists for it. Astro files, which this tool does not
 * read, are held to the same table by build/arrows.ts.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

const arrows = require('./build/rooms.json');
const rooms = Object.keys(arrows);
const folder = (room) => (room === 'mocks' ? 'mocks' : `src/${room}`);
const anyRoom = `^(${rooms.map(folder).join('|')})/`;
const tests = '\\.test\\.tsx?$';
/** What only tests use: fixtures, drivers, benches. */
const support = '(/(testing|fixture)/|/testing\\.ts$|\\.fixture\\.ts$)';

const roomRules = rooms.map((room) => ({
  name: `arrows-of-${room}`,
  comment: `${room} may import ${arrows[room].length > 0 ? arrows[room].join(', ') : 'no other room'}.`,
  severity: 'error',
  from: { path: `^${folder(room)}/`, pathNot: tests },
  to: { path: anyRoom, pathNot: `^(${[room, ...arrows[room]].map(folder).join('|')})/` },
}));

const faceRules = rooms.map((room) => ({
  name: `face-of-${room}`,
  comment: `Other rooms reach ${room} through its index.ts only.`,
  severity: 'error',
  from: { path: '^(src|mocks|build)/', pathNot: [`^${folder(room)}/`, tests] },
  // Layouts and pages have no index: Astro finds pages by path, and a page names its layout's file.
  to: {
    path: `^${folder(room)}/`,
    pathNot: [
      `^${folder(room)}/index\\.ts$`,
      '\\.(css|svg|woff2|astro)$',
      ...(room === 'mocks' ? ['^mocks/stubs/'] : []),
      // What a page runs before the interface is there.
      ...(room === 'replica' ? ['^src/replica/wake\\.ts$'] : []),
    ],
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one thing or three.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(astro|virtual):' },
    },
    ...roomRules,
    ...faceRules,
    {
      name: 'engine-stands-alone',
      comment: 'The engine knows no interface, no network and no file format: XState and date arithmetic at most.',
      severity: 'error',
      from: { path: '^src/engine/', pathNot: tests },
      to: { path: 'node_modules', pathNot: 'node_modules/(xstate|temporal-polyfill|temporal-spec)/' },
    },
    {
      name: 'engine-without-node',
      comment: 'The engine runs in the browser as it is.',
      severity: 'error',
      from: { path: '^src/engine/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-zod-in-the-browser',
      comment: 'zod costs 26 to 93 kB; what a learner loads goes without.',
      severity: 'error',
      from: { path: '^(src/(replica|coach|recording|components|i18n|engine)|mocks)/', pathNot: [tests, support] },
      to: { path: 'node_modules/(zod|yaml|kysely|pg|better-auth|@better-auth)/', reachable: true },
    },
    {
      name: 'msw-behind-the-network',
      comment: 'Only mocks/network.ts and its source know how requests are intercepted.',
      severity: 'error',
      from: { path: '^(src|mocks)/', pathNot: ['^mocks/(network|fetch-source)\\.ts$', '^mocks/stubs/', tests] },
      to: { path: 'node_modules/(msw|@mswjs)/' },
    },
    {
      name: 'authoring-is-node-only',
      comment: 'Nothing a learner loads reads scenario files.',
      severity: 'error',
      from: { path: '^(src/(replica|coach|recording|components)|mocks)/', pathNot: tests },
      to: { path: '^src/(authoring|server|cli)/', reachable: true },
    },
    {
      name: 'tests-import-nothing-shipped-needs',
      comment: 'What ships never imports a test or its support.',
      severity: 'error',
      from: { path: '^(src|mocks|build)/', pathNot: [tests, support, '^src/cli/(test|bench)\\.ts$'] },
      to: { path: ['^tests/', tests, support] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^\\.astro/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
};
