import { describe, expect, test } from 'vitest';
import { compileLibrary } from '../catalogue.ts';
import { fixtureContracts } from '../fixtures/contract.ts';
import { readLibrary } from '../load/library.ts';

const library = readLibrary('src/authoring/fixtures/scenarios');
const today = '2026-11-21';
const read = (files = library, contracts = fixtureContracts) => compileLibrary(files, { contracts, today });
const inscription = 'mairie/inscription.yaml';
const lou = 'personas/lou.yaml';
const shared = 'commun/code.yaml';

/** What an author reads after changing one thing in a sound file. */
function faultsAfter(file: string, from: string, to: string): readonly string[] {
  const text = library.get(file) ?? '';
  expect(text, `the fixture must hold: ${from}`).toContain(from);
  const { faults } = read(new Map([...library, [file, text.replace(from, () => to)]]));
  return faults.map(
    ({ code, severity, file: where, line, message, hint }) =>
      `${where}:${line} ${code}${severity === 'warning' ? ' (à revoir)' : ''} ${message}${hint === undefined ? '' : ` ${hint}`}`,
  );
}

test('the fixture itself is sound', () => {
  expect(read().faults).toEqual([]);
});

/** Each breaks one thing, and gets one sentence. */
const broken: readonly (readonly [name: string, file: string, from: string, to: string])[] = [
  ['YAML that cannot be read', inscription, 'title: Se connecter', 'title: "Se connecter'],
  ['a key written twice', inscription, 'minutes: 5', 'minutes: 5\nminutes: 6'],
  ['a misspelt key', inscription, 'mission:', 'misison:'],
  ['a missing key', inscription, 'minutes: 5\n', ''],
  ['a number where a text is wanted', inscription, 'title: Mes enfants', 'title: 2026'],
  ['a value outside its list', inscription, 'difficulty: debutant', 'difficulty: debutante'],
  ['a day that some months do not have', inscription, 'minutes: 5', 'minutes: 5\ndayOfMonth: 31'],
  ['a misspelt block', inscription, '- heading: Bienvenue', '- headng: Bienvenue'],
  ['a block of no known kind', inscription, '- heading: Bienvenue', '- carrousel: Bienvenue'],
  ['a misspelt key in a block', inscription, '        label: Numéro de dossier', '        lable: Numéro de dossier'],
  ['a misspelt kind of field', inscription, 'kind: password', 'kind: pasword'],
  [
    'more boxes to tick than can be told apart',
    inscription,
    '      - field: jours\n        kind: choice',
    `      - field: jours\n        kind: choices\n        label: Quels jours ?\n        options: [${'abcdefghijk'.replace(/./g, '{ id: $&, label: $& }, ')}]\n      - field: jour\n        kind: choice`,
  ],
  ['an action without a way', inscription, "        inert: L'aide ne s'ouvre pas ici.\n", ''],
  ['an identifier with capitals', inscription, 'field: jours', 'field: Jours'],
  ['a duration that is none', inscription, 'after: P2W', 'after: 2 semaines'],
  ['an unknown screen', inscription, 'ok: enfants', 'ok: enfant'],
  ['an unknown start', inscription, 'start: connexion', 'start: conexion'],
  ['an unknown persona', inscription, 'personas: [lou]', 'personas: [lu]'],
  [
    'an unknown paper',
    inscription,
    'answer: { paper: courrier, item: dossier }',
    'answer: { paper: courier, item: dossier }',
  ],
  [
    'an unknown item',
    inscription,
    'look: { paper: courrier, item: dossier }',
    'look: { paper: courrier, item: dosier }',
  ],
  [
    'an answer typed on no screen',
    inscription,
    'answer: { paper: carnet, item: secret }',
    'answer: { entry: conexion/secret }',
  ],
  [
    'an answer typed in no field',
    inscription,
    'answer: { paper: carnet, item: secret }',
    'answer: { firstOf: [{ entry: connexion/secrett }, { paper: carnet, item: secret }] }',
  ],
  [
    'a drawn address that nobody has looked at',
    inscription,
    '      - heading: Bienvenue\n',
    '      - card: Bienvenue\n        address: www.mairie-en-ligne.com\n        blocks: [{ paragraph: Bonjour. }]\n',
  ],
  ['an unknown operation', inscription, 'calls: mairie.open', 'calls: mairie.opn'],
  ['an outcome that never comes', inscription, 'refused: { stay', 'refuzed: { stay'],
  [
    'an unhandled outcome',
    inscription,
    '          refused: { stay: Numéro ou mot de passe faux., field: dossier, clears: [secret] }\n',
    '',
  ],
  ['an unhandled common outcome', 'mairie/service.yaml', '  outage: { stay: Le site est en panne. Réessayez. }\n', ''],
  [
    'an unknown input',
    inscription,
    'with: { number: dossier, password: secret }',
    'with: { numero: dossier, number: dossier, password: secret }',
  ],
  ['an input left out', inscription, 'with: { number: dossier, password: secret }', 'with: { number: dossier }'],
  [
    'an input of another kind',
    inscription,
    'with: { number: dossier, password: secret }',
    'with: { number: secret, password: secret }',
  ],
  ['a field of another screen', inscription, 'clears: [secret]', 'clears: [jours]'],
  ['an unknown term', inscription, 'asks: numero-de-dossier', 'asks: numero-dossier'],
  ['a field that does not say what it asks', inscription, '        asks: numero-de-dossier\n', ''],
  ['an unknown skill', inscription, 'skill: recopier', 'skill: recopie'],
  ['an unknown source', inscription, 'sources: [notice]', 'sources: [notices]'],
  ['an unknown message', inscription, 'letter: confirmation', 'letter: confimation'],
  ['a letter sent as a mail', inscription, 'letter: confirmation', 'mail: confirmation'],
  ['an unknown drawing', inscription, 'image: mairie.svg', 'image: maire.svg'],
  ['an unknown shared screen', inscription, 'screen: commun/code', 'screen: commun/cod'],
  ['an unknown parameter', inscription, 'digits: 6 }, returns', 'digit: 6 }, returns'],
  ['a way out of a shared screen left open', inscription, 'returns: { ok: inscrit }', 'returns: {}'],
  ['an undeclared parameter', shared, 'digits: $digits', 'digits: $digit'],
  [
    'a fact that nothing establishes',
    inscription,
    'when: { jours: aucun }\n    actions',
    'when: { jour: aucun }\n    actions',
  ],
  [
    'a value that a fact never has',
    inscription,
    'when: { jours: aucun }\n    actions',
    'when: { jours: aucuns }\n    actions',
  ],
  ['a placeholder that leads nowhere', inscription, '{prénom} inscrit', '{prenon} inscrit'],
  ['data that no operation brings', inscription, 'readChildren.due', 'readChildren.dues'],
  [
    'data read where no operation has brought it',
    'mairie/service.yaml',
    '    title: Déconnecté\n',
    '    title: Déconnecté\n    blocks: [{ paragraph: "Reste à payer : {donnée:mairie.readChildren.due}" }]\n',
  ],
  [
    'a field filled with what no operation has brought',
    'mairie/service.yaml',
    '    title: Déconnecté\n',
    '    title: Déconnecté\n    blocks: [{ field: reste, kind: text, label: Reste, prefill: mairie.readChildren/due, noAnswer: Rien., coach: { ask: Lisez. } }]\n',
  ],
  [
    'an unreachable screen',
    inscription,
    'endings:\n',
    '  perdu:\n    title: Perdu\n    address: mairie.replique\n    evidence: { confidence: assumed, seen: 2026-01 }\n    actions: [{ button: Sortir, goes: inscrit }]\nendings:\n',
  ],
  [
    'a screen without a way on',
    inscription,
    'goes: [{ when: { jours: aucun }, to: sans-cantine }, { to: code-recu }]',
    'inert: Rien.',
  ],
  ['a field without a coach', inscription, '        coach: { ask: Choisissez les jours de cantine. }\n', ''],
  ['a field without an answer', inscription, '        answer: { value: tous }\n', ''],
  ['an answer that is not a choice', inscription, 'answer: { value: tous }', 'answer: { value: lundi }'],
  ['an answer that its field refuses', lou, 'value: "1234567"', 'value: "12345"'],
  [
    'an ending that nothing reaches',
    inscription,
    '  inscrit: { meaning',
    '  oubliee: { meaning: perdu, title: Oubliée }\n  inscrit: { meaning',
  ],
  [
    'branches that may all be false',
    inscription,
    ', { to: code-recu }]',
    ', { when: { jours: tous }, to: code-recu }]',
  ],
  [
    'branches that may all be false once a screen has loaded',
    inscription,
    'on: { ok: show } }',
    'on: { ok: [{ when: { jours: aucun }, to: sans-cantine }] } }',
  ],
  ['an ambiguous back', inscription, "        inert: L'aide ne s'ouvre pas ici.", '        goes: code-recu'],
  ['a way back that would undo a log-in', inscription, '    back: { stay: Vous êtes connecté. }\n', ''],
  [
    'a way back that would undo a sending',
    shared,
    '  address: mairie.replique/code\n',
    '  address: mairie.replique/code\n  receipt: true\n',
  ],
  ['a date on the first screen', inscription, 'heading: Bienvenue', 'heading: "Bienvenue le {jour}"'],
  ['documented without a source', inscription, 'sources: [notice], note', 'sources: [], note'],
  ['stale evidence', inscription, 'documented, seen: 2026-01', 'documented, seen: 2022-01'],
  [
    'a long sentence of the coach',
    inscription,
    'ask: Recopiez le numéro du courrier.',
    'ask: Recopiez le numéro qui est écrit en haut du courrier que la mairie a envoyé.',
  ],
  [
    'jargon that nothing explains',
    inscription,
    'ask: Recopiez le numéro du courrier.',
    'ask: Recopiez le quotient familial.',
  ],
  [
    'initials that nothing explains',
    inscription,
    'ask: Recopiez le numéro du courrier.',
    'ask: Recopiez le QF du courrier.',
  ],
  ['a title that skips a level', inscription, 'heading: Bienvenue', 'heading: Bienvenue\n        level: 3'],
  [
    "a number that may be someone's",
    lou,
    '"2841169000007", shown: "2 84 11 69 000 007 07"',
    '"2841169123007", shown: "2 84 11 69 123 007 42"',
  ],
  ['a wrong key', lou, '2 84 11 69 000 007 07', '2 84 11 69 000 007 08'],
  ['a sign within a number', lou, '2 84 11 69 000 007 07', '2 84 1& 69 000 007 07'],
  [
    'a bank account that may be real',
    lou,
    'story: Lou élève un enfant.',
    'story: "Son compte : FR76 3000 6000 0112 3456 7890 189."',
  ],
  ['a telephone that may ring', lou, '06 39 98 00 01', '06 12 34 56 78'],
  ["a society's number that may be real", lou, 'Lou élève un enfant.', 'Le bailleur a le SIRET 123 456 782 00010.'],
  ["a plate that may be someone's", lou, 'story: Lou élève un enfant.', 'story: Sa voiture a la plaque BD-417-KL.'],
  ["a mail address that may be someone's", lou, 'lou@boite-replique.fr', 'lou@exemple-courrier.fr'],
  ['a remote address in a text', inscription, 'heading: Bienvenue', 'heading: Allez sur https://mairie.fr'],
  ['a mark of the State', inscription, 'heading: Bienvenue', 'heading: République française'],
  [
    "the State's device in a drawing",
    'mairie/images/mairie.svg',
    '<rect',
    '<text>Liberté Égalité Fraternité</text><rect',
  ],
  [
    "a colour of the State's",
    'mairie/service.yaml',
    'masthead: { name: Mairie }',
    'masthead: { name: Mairie }\ntokens: { accent: "#000091" }',
  ],
  [
    'a font brought by a service',
    'mairie/service.yaml',
    'masthead: { name: Mairie }',
    'masthead: { name: Mairie }\ntokens: { font: Marianne }',
  ],
  ["a firm's name in a drawing", 'mairie/images/mairie.svg', '<rect', '<text>La Banque Postale</text><rect'],
  [
    "a service's colour in a drawing",
    'mairie/images/mairie.svg',
    '<rect',
    '<path d="M0 0" fill="rgb(15, 107, 175)"/><rect',
  ],
  ['a picture in a drawing', 'mairie/images/mairie.svg', '<rect', '<image href="logo.png"/><rect'],
  ['a font in a drawing', 'mairie/images/mairie.svg', '<rect', '<text font-family="Spectral, serif">x</text><rect'],
  ['a drawing that runs', 'mairie/images/mairie.svg', '<rect', '<script>alert(1)</script><rect'],
  ['a field named twice', inscription, 'field: secret', 'field: dossier'],
  [
    'an old name used again',
    inscription,
    '  inscrit: { meaning: reussi',
    '  inscrit: { formerly: [enfants], meaning: reussi',
  ],
  ['a variant of nothing', inscription, 'enfants/jours/label', 'enfants/jour/label'],
  ['a variant without the mark of the usual words', inscription, 'enfants/jours/label#03296f10', 'enfants/jours/label'],
  [
    'usual words that changed after their variant',
    inscription,
    'label: Quels jours ?',
    'label: Quels jours à la cantine ?',
  ],
  ['a variant of the first screen', inscription, 'enfants/jours/label', 'connexion/dossier/label'],
  ['an example that presses nothing', inscription, 'press: se-connecter', 'press: se-conecter'],
  [
    'an example that proves nothing',
    inscription,
    '      - { expect: { error: dossier, mistake: dossier/digits-8 } }\n',
    '',
  ],
  [
    'a change of the world badly written',
    inscription,
    'name: un chiffre de trop',
    'name: un chiffre de trop\n    world: ["voisin.panne.grave"]',
  ],
  [
    'a screen that replaces none of the service',
    inscription,
    '    title: Mes enfants',
    '    title: Mes enfants\n    replaces: service',
  ],
  ['a world to begin with badly written', inscription, 'minutes: 5', 'minutes: 5\nworld: [Compte neuf]'],
  [
    'an edition of nothing',
    inscription,
    'minutes: 5',
    'edition: { of: mairie/inscriptions, title: Avant }\nminutes: 5',
  ],
  ['a persona under another name', lou, 'id: lou\ntitle', 'id: louise\ntitle'],
  ['a paper of nobody', lou, '    title: Carnet\n    person: lou', '    title: Carnet\n    person: leo'],
];

describe('a broken file says where, what, and what to write instead', () => {
  test.each(broken)('%s', (_, file, from, to) => {
    const found = faultsAfter(file, from, to);
    expect(found.length).toBeGreaterThan(0);
    expect(found).toMatchSnapshot();
  });
});

/** Several things broken at once: each replacement of a pair of texts, in its file. */
function faultsAfterAll(...changes: readonly (readonly [file: string, from: string, to: string])[]): readonly string[] {
  const files = new Map(library);
  for (const [file, from, to] of changes) {
    const text = files.get(file) ?? '';
    expect(text, `the fixture must hold: ${from}`).toContain(from);
    files.set(
      file,
      text.replace(from, () => to),
    );
  }
  return read(files).faults.map(({ code, file, line, message }) => `${file}:${line} ${code} ${message}`);
}

describe('a misspelt key', () => {
  const unknownWay = [inscription, 'ok: enfants', 'ok: enfant'] as const;
  const fault = (line: number, key: string, file = inscription) =>
    `${file}:${line} S002 La clé « ${key} » n'existe pas ici.`;
  const way = (line: number) => `${inscription}:${line} S010 L'écran ou la fin « enfant » n'existe pas.`;

  test('hides no name that leads nowhere in the same file', () => {
    expect(faultsAfterAll([inscription, '        label: Numéro', '        lable: Numéro'], unknownWay)).toEqual([
      fault(20, 'lable'),
      way(40),
    ]);
  });

  test('may hold that name, whose line is told all the same', () => {
    expect(faultsAfterAll([inscription, '        on:\n', '        onn:\n'], unknownWay)).toEqual([
      fault(39, 'onn'),
      way(40),
    ]);
    expect(faultsAfterAll([inscription, 'screens:\n', 'screnes:\n'], unknownWay)).toEqual([
      fault(9, 'screnes'),
      way(40),
    ]);
  });

  test('that nothing is near to is read as if it were not there', () => {
    expect(faultsAfterAll([inscription, 'minutes: 5', 'minutes: 5\nfournitures: cahier'], unknownWay)).toEqual([
      fault(7, 'fournitures'),
      way(41),
    ]);
  });

  test('that nothing is near to makes no name that stands under it a second fault', () => {
    expect(faultsAfterAll([inscription, 'uses:\n', 'morceaux:\n'], unknownWay)).toEqual([
      way(40),
      fault(70, 'morceaux'),
    ]);
    expect(faultsAfterAll([shared, 'params:\n', 'reglages:\n'])).toEqual([fault(1, 'reglages', shared)]);
    expect(faultsAfterAll([lou, 'traits:', 'caractere:'])).toEqual([fault(6, 'caractere', lou)]);
  });

  test('makes no fault of what is only left out because of it', () => {
    for (const [key, other] of [
      [
        '        coach: { ask: Choisissez les jours de cantine. }',
        'entraide: { ask: Choisissez les jours de cantine. }',
      ],
      ['        answer: { value: tous }', 'attendu: { value: tous }'],
      ['        asks: jours-de-cantine', 'demande: jours-de-cantine'],
      ['    back: { stay: Vous êtes connecté. }', 'retour: { stay: Vous êtes connecté. }'],
    ] as const) {
      const written = `${' '.repeat(key.length - key.trimStart().length)}${other}`;
      expect(faultsAfterAll([inscription, key, written]), other).toEqual([
        expect.stringContaining(`S002 La clé « ${other.split(':')[0]} »`),
      ]);
    }
  });

  test('of a service or of a shared screen hides no fault of theirs, nor of who uses them', () => {
    expect(faultsAfterAll(['mairie/service.yaml', 'masthead:', 'mastead:'], unknownWay)).toEqual([
      way(40),
      expect.stringContaining("S002 La clé « mastead » n'existe pas ici."),
    ]);
    expect(faultsAfterAll([shared, '  address:', '  adress:'], [shared, 'ok: $ok', 'okk: $ok'])).toEqual([
      fault(7, 'adress', shared),
      expect.stringContaining("S015 L'opération mairie.confirm ne répond jamais « okk »."),
    ]);
  });

  test('keeps the scenario out of the catalogue', () => {
    const misspelt = (library.get(inscription) ?? '').replace('        label: Numéro', '        lable: Numéro');
    expect(read(new Map([...library, [inscription, misspelt]])).scenarios).toEqual({});
  });
});

test('an edition of the past does not age, an edition of today does', () => {
  const text = library.get(inscription) ?? '';
  const edition = (asOf: string) =>
    text
      .replaceAll('seen: 2026-01', 'seen: 2021-12')
      .replace(/asOf: [\d-]+/, `asOf: ${asOf}`)
      .replace('minutes: 5', 'edition: { of: mairie/inscription, title: Avant }\nminutes: 5');
  const codes = (asOf: string) =>
    read(new Map([...library, ['mairie/avant.yaml', edition(asOf)]])).faults.flatMap(({ code, file }) =>
      file === 'mairie/avant.yaml' ? [code] : [],
    );
  expect(codes('2022-01')).toEqual([]);
  expect(new Set(codes('2026-01'))).toEqual(new Set(['S051']));
});

test('a screen where only the idle log-out leads says where « retour » leads', () => {
  const service = (library.get('mairie/service.yaml') ?? '')
    .replace('sessionExpired: deconnecte', 'sessionExpired: { stay: Recommencez. }')
    .replace('    back: { stay: Reconnectez-vous. }\n', '');
  const { faults } = read(new Map([...library, ['mairie/service.yaml', service]]));
  expect(faults.map(({ code, message }) => `${code} ${message}`)).toEqual([
    "S037 On ne sait pas où mène « retour » dans l'écran « deconnecte » : aucun écran n’y mène.",
  ]);
});

test('a screen may take the place of one of its service, and says so', () => {
  const own = `  deconnecte:
    title: Dehors
    address: mairie.replique
    back: { stay: Revenez. }
    evidence: { confidence: assumed, seen: 2026-01 }
    actions:
      - { button: Revenir, goes: connexion }
`;
  const text = library.get(inscription) ?? '';
  const withScreen = (screen: string) =>
    new Map([...library, [inscription, text.replace('endings:', `${screen}endings:`)]]);
  expect(read(withScreen(own)).faults.map(({ code }) => code)).toEqual(['S008']);
  const whole = read(withScreen(own.replace('    title', '    replaces: service\n    title')));
  expect(whole.faults).toEqual([]);
  expect(whole.scenarios['mairie/inscription']?.screens['deconnecte']?.title).toBe('Dehors');
});

test('a screen of the service may speak of a paper that only another procedure has', () => {
  const service = library.get('mairie/service.yaml') ?? '';
  const hinting = (paper: string) =>
    new Map([
      ...library,
      ['personas/max.yaml', (library.get(lou) ?? '').replaceAll('lou', 'max').replaceAll('carnet', 'calepin')],
      [
        'mairie/service.yaml',
        `${service}    blocks:
      - field: motif
        kind: text
        label: Pourquoi ?
        required: false
        noAnswer: Rien à dire.
        coach: { ask: Passez., look: { paper: ${paper} } }
`,
      ],
    ]);
  expect(read(hinting('calepin')).faults.map(({ code }) => code)).toEqual([]);
  expect(read(hinting('livret')).faults.map(({ code }) => code)).toEqual(['S012']);
});

test('a service without its file, a contract without a recipe or with two successes', () => {
  const orphan = new Map([...library, ['ville/essai.yaml', library.get(inscription) ?? '']]);
  expect(read(orphan).faults.map(({ code }) => code)).toContain('S009');
  const { mairie } = fixtureContracts;
  const open = mairie?.operations['open'];
  if (!mairie || !open) throw new Error('The fixture has changed');
  const twoSuccesses = {
    ...mairie,
    operations: {
      ...mairie.operations,
      open: { ...open, outcomes: { ...open.outcomes, refused: { status: 403, success: true } } },
    },
  };
  const codes = read(library, { mairie: twoSuccesses as never }).faults.map(({ code }) => code);
  expect(codes).toEqual(expect.arrayContaining(['S040', 'S041']));
});

test('what a service always does is not done for the failures of another', () => {
  const { mairie } = fixtureContracts;
  if (!mairie) throw new Error('The fixture has changed');
  const other = (library.get(inscription) ?? '').replace('operation: mairie.confirm', 'operation: impots.confirm');
  const contracts = { ...fixtureContracts, impots: { ...mairie, service: 'impots' } };
  const { faults } = read(new Map([...library, [inscription, other]]), contracts);
  expect(faults.map(({ code, message, hint }) => `${code} ${message} ${hint}`)).toMatchInlineSnapshot(`
    [
      "S030 L'opération impots.confirm peut répondre « outage », « sessionExpired », et rien ne dit alors que faire. Ajoutez sous \`on\` : outage: un-ecran, sessionExpired: un-ecran. Ce que \`always\` dit ne vaut que pour le service de la démarche.",
    ]
  `);
});

test('two contents have two hashes, one content has one', () => {
  const hash = (files = library) => read(files).scenarios['mairie/inscription']?.hash;
  expect(hash()).toMatch(/^[0-9a-f]{12}$/);
  expect(hash()).toBe(hash());
  const other = new Map([...library, [lou, (library.get(lou) ?? '').replace('Tilleul2024', 'Tilleul2025')]]);
  expect(hash(other)).not.toBe(hash());
});
