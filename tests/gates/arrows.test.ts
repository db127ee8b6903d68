import { execFileSync } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { forbiddenImportsOfAstro, forbiddenImportsOfFiles } from '../../build/arrows.ts';

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

const root = resolve(import.meta.dirname, '../..');

/** A small house with one fault a file: the rule that must catch it, then the file and what it imports. */
const faults: readonly [rule: string, file: string, source: string][] = [
  ['arrows-of-engine', 'src/engine/a.ts', "import '../coach/index.ts';"],
  ['engine-stands-alone', 'src/engine/b.ts', "import 'react';"],
  ['engine-without-node', 'src/engine/c.ts', "import 'node:fs';"],
  ['arrows-of-components', 'src/components/a.ts', "import '../i18n/index.ts';"],
  ['arrows-of-i18n', 'src/i18n/a.ts', "import '../engine/index.ts';"],
  ['arrows-of-coach', 'src/coach/a.ts', "import '../replica/index.ts';"],
  ['arrows-of-review', 'src/review/a.ts', "import '../server/index.ts';"],
  ['arrows-of-mocks', 'mocks/caf/a.ts', "import '../../src/recording/index.ts';"],
  ['arrows-of-authoring', 'src/authoring/a.ts', "import '../../mocks/index.ts';"],
  ['arrows-of-server', 'src/server/a.ts', "import '../authoring/index.ts';"],
  ['arrows-of-replica', 'src/replica/a.ts', "import '../server/index.ts';"],
  ['face-of-recording', 'src/replica/b.ts', "import '../recording/outbox.ts';"],
  ['face-of-mocks', 'src/replica/c.ts', "import '../../mocks/network.ts';"],
  ['no-zod-in-the-browser', 'src/replica/d.ts', "import 'zod';"],
  ['msw-behind-the-network', 'mocks/caf/b.ts', "import 'msw/experimental';"],
  ['tests-import-nothing-shipped-needs', 'src/coach/b.ts', "import './fixture/scenario.ts';"],
  ['no-circular', 'src/training/a.ts', "export { b } from './b.ts';\nexport const a = 1;"],
];

describe('arrows between rooms', () => {
  const house = mkdtempSync(join(tmpdir(), 'arrows-'));
  let violations: Violation[] = [];

  beforeAll(() => {
    const put = (file: string, source: string): void => {
      mkdirSync(dirname(join(house, file)), { recursive: true });
      writeFileSync(join(house, file), source);
    };
    for (const room of ['engine', 'coach', 'i18n', 'recording', 'replica', 'server', 'authoring'])
      put(`src/${room}/index.ts`, 'export const face = 1;');
    put('mocks/index.ts', 'export const face = 1;');
    put('mocks/network.ts', "import 'msw/experimental';\nexport const network = 1;");
    put('src/recording/outbox.ts', 'export const outbox = 1;');
    put('src/coach/fixture/scenario.ts', 'export const scenario = 1;');
    put('src/training/b.ts', "export { a } from './a.ts';\nexport const b = 1;");
    put('tsconfig.json', '{}');
    put('package.json', '{"type":"module"}');
    for (const [, file, source] of faults) put(file, source);
    symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
    violations = cruise(house);
  }, 60_000);
  afterAll(() => rmSync(house, { recursive: true, force: true }));

  it.each(faults)('%s is caught in %s', (rule, file) => {
    expect(violations.filter((v) => v.from === file).map((v) => v.rule.name)).toContain(rule);
  });

  it('lets through what the table allows', () => {
    const faulty = new Set([...faults.map(([, file]) => file), 'src/training/b.ts']);
    expect(violations.filter((v) => !faulty.has(v.from))).toEqual([]);
  });
});

describe('arrows of Astro files', () => {
  it('catches a forbidden room and a file behind a face', () => {
    const source = "---\nimport Card from '../components/card.tsx';\nimport { x } from '#server';\n---\n";
    const found = forbiddenImportsOfAstro('src/layouts/base.astro', source);
    expect(found.map(({ imported, why }) => [imported, why])).toEqual([
      ['../components/card.tsx', 'import #components instead of a file inside it'],
      ['#server', 'layouts may not import server'],
    ]);
  });

  it('finds none in the project', () => {
    expect(forbiddenImportsOfFiles(globSync('src/**/*.astro', { cwd: root }))).toEqual([]);
  });
});

function cruise(cwd: string): Violation[] {
  const args = ['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', 'src', 'mocks'];
  let output: string;
  try {
    output = execFileSync(join(root, 'node_modules/.bin/depcruise'), args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
  } catch (error) {
    output = (error as { stdout: string }).stdout; // a violation gives exit code 1, with the report all the same
  }
  return JSON.parse(output).summary.violations;
}
