import { describe, expect, test } from 'vitest';
import { compileLibrary } from './catalogue.ts';
import { fixtureContracts as contracts } from './fixtures/contract.ts';
import { readLibrary } from './load/library.ts';
import type { StartFake } from './play/index.ts';
import { tryCatalogue } from './try.ts';

const library = readLibrary('src/authoring/fixtures/scenarios');
const inscription = 'mairie/inscription.yaml';
const today = '2026-11-21';

/** A town hall that knows one number, and nothing of the weather. */
const start: StartFake = () => ({
  port: {
    call: async (operation, { number }) =>
      operation === 'mairie.open' && number !== '1234567' ? { outcome: 'refused' } : { outcome: 'ok' },
  },
  preset: () => {},
  messages: () => [],
  stop: () => {},
});

/** What an author reads of an example of the sound file that does this. */
async function faultsOf(...steps: readonly string[]) {
  const written = steps.map((step) => `      - { ${step} }\n`).join('');
  const text = `${library.get(inscription)}  - name: le monde change\n    do:\n${written}`;
  const compiled = compileLibrary(new Map([...library, [inscription, text]]), { contracts, today });
  expect(compiled.faults).toEqual([]);
  const faults = await tryCatalogue(compiled, ['mairie/inscription'], { contracts, today, start });
  const lines = text.split('\n');
  return faults
    .filter(({ message }) => message.includes('le monde change'))
    .map(({ code, line, message, hint }) => [code, lines[line - 1]?.trim(), `${message} ${hint}`]);
}

const world = 'world: [outage]';
const wrong = 'fill: { dossier: "7654321", secret: "{secret}" }';
const refused = ['press: se-connecter', 'expect: { screen: connexion, message: faux }'];

describe('the world changes between two pages', () => {
  test('and what was typed before is lost: said at the step that changes it', async () => {
    expect(await faultsOf(wrong, world, ...refused)).toMatchInlineSnapshot(`
      [
        [
          "S100",
          "- { world: [outage] }",
          "L'exemple « le monde change » change ici le monde, ce qui rouvre la page : ce qui y était tapé est perdu. Ensuite, au pas 4, le service ne dit pas « faux », mais : dossier : Ce champ est à remplir. Mettez ce pas avant « fill », ou remplissez de nouveau après.",
        ],
      ]
    `);
  });

  test.each([
    ['typed after', [world, wrong]],
    ['typed again', [wrong, world, wrong]],
  ])('and nothing is lost of what is %s', async (_, steps) => {
    expect(await faultsOf(...steps, ...refused)).toEqual([]);
  });

  test('a right entry and a choice are kept, as a device keeps them', async () => {
    const right = 'fill: { dossier: "{dossier}", secret: "{secret}" }';
    const signedIn = [right, world, 'press: se-connecter', 'expect: { screen: enfants }'];
    const left = ['fill: { jours: aucun }', world, 'press: continuer', 'expect: { ending: sans-cantine }'];
    expect(await faultsOf(...signedIn, ...left)).toEqual([]);
  });

  test('what fails on any page is said at the line of the example', async () => {
    expect(await faultsOf(wrong, world, 'expect: { screen: enfants }')).toMatchInlineSnapshot(`
      [
        [
          "S045",
          "- name: le monde change",
          "L'exemple « le monde change » échoue : au pas 3, on est à « connexion » au lieu de « enfants ». Corrigez le scénario, ou l’exemple s’il se trompe.",
        ],
      ]
    `);
  });
});

test('an answer path that never comes by the screen where it was to stop', async () => {
  const there = ['answers: code-recu', 'expect: { screen: code-recu }'];
  expect(await faultsOf(...there)).toEqual([]);
  const found = await faultsOf('answers: enfants', 'fill: { jours: aucun }', 'press: continuer', ...there);
  expect(found.map(([code, , said]) => [code, said])).toEqual([
    ['S045', expect.stringContaining('on arrive à « sans-cantine » sans passer par « code-recu »')],
  ]);
});
