import { describe, expect, test } from 'vitest';
import { compileLibrary } from '../catalogue.ts';
import { fixtureContracts } from '../fixtures/contract.ts';
import { readLibrary } from '../load/library.ts';

const library = readLibrary('src/authoring/fixtures/scenarios');
const procedure = 'mairie/inscription.yaml';
const several = `
params: { operation: { type: operation }, nom: { type: text, default: mairie } }
returns: [ok]
screens:
  code:
    title: Code reçu
    address: mairie.replique/code
    site: poste
    evidence: { confidence: assumed, seen: 2026-01 }
    blocks:
      - field: code
        kind: code
        digits: 6
        label: Code
        asks: code-recu
        answer: { message: code-deux, item: code }
        coach: { ask: Recopiez le code du mail. }
    actions:
      - { button: Valider, calls: $operation, with: { code: code }, on: { ok: $merci, wrong: { stay: Code faux. } } }
  merci:
    title: Merci
    address: mairie.replique/merci
    evidence: { confidence: assumed, seen: 2026-01 }
    back: $code
    actions: [ { button: Continuer, goes: $ok } ]
messages:
  code-deux: { channel: mail, from: Mairie, subject: "Votre code ({$nom})", lines: ["Code : {var:code}"], items: { code: { label: Code, kind: code, value: "{var:code}", term: code-recu } } }
`;
const poste = `
id: poste
name: La poste
masthead: { name: Poste }
tokens: { accent: "#123456" }
contacts: [ { way: counter, text: Au guichet. } ]
`;
const read = (file = several, use = 'commun/deux, with: { operation: mairie.confirm }') =>
  compileLibrary(
    new Map([
      ...library,
      ['commun/deux.yaml', file],
      ['poste/service.yaml', poste],
      [
        procedure,
        (library.get(procedure) ?? '').replace(
          'commun/code, with: { operation: mairie.confirm, digits: 6 }',
          () => use,
        ),
      ],
    ]),
    { contracts: fixtureContracts, today: '2026-11-21' },
  );

describe('a shared file of several screens', () => {
  const { scenarios, faults } = read();
  const scenario = scenarios['mairie/inscription'];

  test('is brought whole: the first under the alias, the others after it', () => {
    expect(faults).toEqual([]);
    expect(Object.keys(scenario?.screens ?? {})).toEqual(expect.arrayContaining(['code-recu', 'code-recu-merci']));
    expect(scenario?.screens['code-recu-merci']?.back).toEqual({ to: 'code-recu' });
    expect(scenario?.screens['code-recu']?.way).toBe('valider');
  });

  test('brings its messages, and the look of the sites that it passes through', () => {
    expect(scenario?.messages['code-deux']?.subject).toBe('Votre code (mairie)');
    expect(scenario?.sites).toEqual({
      poste: { masthead: { name: 'Poste', menu: [] }, footer: [], tokens: { accent: '#123456' }, density: 'normal' },
    });
  });

  test('says what is wrong in it at its own line', () => {
    const spots = (file: string) => read(file).faults.map(({ file: where, line, code }) => `${where}:${line} ${code}`);
    expect(spots(several.replace('goes: $ok', 'goes: $fini'))).toEqual(['commun/deux.yaml:25 S082']);
    expect(spots(several.replace('title: Merci', 'titel: Merci'))).toEqual(['commun/deux.yaml:21 S002']);
    expect(spots(several.replace('site: poste', 'site: poster'))).toEqual(['commun/deux.yaml:8 S027']);
    expect(spots(several.replace('returns: [ok]', 'returns: [ok, merci]'))[0]).toMatch(/S023$/);
    expect(spots(`${several}screen: {}\n`)[0]).toMatch(/S007$/);
  });
});
