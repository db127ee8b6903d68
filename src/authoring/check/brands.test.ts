import { describe, expect, it } from 'vitest';
import { compileLibrary } from '../catalogue.ts';
import { fixtureContracts } from '../fixtures/contract.ts';
import { readLibrary } from '../load/library.ts';
import { readBrands } from '../read-brands.ts';
import { brandsOf, broughtIn, markIn } from './brands.ts';

const { colourIn, logoIn } = brandsOf(readBrands('scenarios'));

describe('what only others may put on their pages', () => {
  it.each([
    'RÉPUBLIQUE\nFRANÇAISE',
    'Liberté, Égalité, Fraternité',
    'bloc-marque',
    'font: Marianne',
    '@gouvfr/dsfr',
    '🇫🇷',
  ])('%s is a mark of the State', (text) => expect(markIn(text)).toEqual(expect.any(String)));

  it.each(['La Banque Postale', 'la république des lettres', 'rue de la Liberté', 'Mariannick', '🇧🇪'])(
    '%s is none in a sentence',
    (text) => expect(markIn(text)).toBeNull(),
  );

  it.each([
    '<svg><title>FranceConnect</title></svg>',
    '<svg id="google"></svg>',
    '<svg><text>La Banque Postale</text></svg>',
    '<svg aria-label="Caf"></svg>',
    '<svg><text>République française</text></svg>',
  ])('%s is a logo', (drawing) => expect(logoIn(drawing)).toEqual(expect.any(String)));

  it.each([
    '<svg><path d="M0 0"/></svg>',
    '<svg><text>Entraînement</text></svg>',
    '<svg class="cafe pineapple"></svg>',
  ])('%s is a drawing', (drawing) => expect(logoIn(drawing)).toBeNull());

  it.each([
    ['#000091', "l'État"],
    ['#E1000Fcc', "l'État"],
    ['rgb(0, 0, 145)', "l'État"],
    ['rgba(0 0 145 / 50%)', "l'État"],
    ['fill="#0F6BAF"', 'la Caf'],
    ['#ff6237', 'France Travail'],
  ])('%s is a colour of %s', (text, of) => expect(colourIn(text)?.of).toBe(of));

  it.each(['#000092', '#00009', 'rgb(0, 0, 146)', 'dossier #000091a', '#0000911'])('%s is nobody’s', (text) =>
    expect(colourIn(text)).toBeNull(),
  );

  it('a drawing brings no picture and no font', () => {
    expect(broughtIn('<svg><text font-family="Arial, sans-serif">x</text><use href="#a"/></svg>')).toBeNull();
    expect(broughtIn('<svg fill="url(#shade)"/>')).toBeNull();
    for (const [drawing, name] of [
      ['<svg><text font-family="Arial, Marianne">x</text></svg>', 'font-family'],
      ['<svg><text style="font: 700 12px Luciole">x</text></svg>', 'font-family'],
      ['<svg><image href="data:image/png;base64,AAAA"/></svg>', 'image'],
      ['<svg style="background: url(logo.png)"/>', 'image'],
    ] as const)
      expect(broughtIn(drawing)?.name, drawing).toBe(name);
  });
});

describe('a register of the names and colours of others', () => {
  const library = readLibrary('src/authoring/fixtures/scenarios');
  const drawing = 'mairie/images/mairie.svg';
  const drawn = '<svg viewBox="0 0 10 10"><text fill="#0a5c36">Mutuelle Île &amp; Co, maif</text></svg>';
  const faults = (register: string | null) => {
    const files = new Map([...library, [drawing, drawn]]);
    if (register === null) files.delete('marques.yaml');
    else files.set('marques.yaml', register);
    return compileLibrary(files, { contracts: fixtureContracts, today: '2026-11-21' }).faults.map(
      ({ code, file, line, message }) => `${file}:${line} ${code} ${message}`,
    );
  };

  it('guards what is added to it, and nothing else', () => {
    expect(faults('logos: [MGEN]\npalettes: []\nhosts: [mgen]\n')).toEqual([]);
    const added = 'logos: [Maif]\npalettes:\n  - { of: la Maif, colours: ["#0a5c36"] }\nhosts: [maif]\n';
    expect(faults(added)).toEqual([
      `${drawing}:1 S090 « maif » est une marque de l'État ou d'un service : elle ne se reproduit pas.`,
      `${drawing}:1 S091 La couleur « #0a5c36 » est exactement celle de la Maif.`,
    ]);
  });

  it.each([
    ['Île', 'Île'],
    ['Mutuelle Île &amp; Co', 'Mutuelle Île &amp; Co'],
    ['M.', null],
    ['mut', null],
    ['tuelle', null],
    ['utuelle Î', 'utuelle Î'],
  ])('a short name stands alone, a long one anywhere: %s', (name, found) =>
    expect(brandsOf({ logos: [name], palettes: [] }).logoIn(drawn)).toBe(found),
  );

  it('says on which line it is wrong', () => {
    expect(faults('logos: [MGEN]\npalettes:\n  - { of: la Caf, colours: [0f6baf] }\nhosts: [mgen]\n')).toEqual([
      'marques.yaml:3 S007 Valeur refusée : une couleur s’écrit "#0f6baf", entre guillemets et en minuscules.',
    ]);
    expect(faults('logos: []\npalettes: []\nhosts: []\n')).toEqual([
      'marques.yaml:3 S007 Valeur refusée : il en faut au moins un.',
    ]);
  });

  it('is missed', () => {
    expect(faults(null)).toEqual([expect.stringMatching(/^marques.yaml:1 S093 Le fichier marques.yaml manque/)]);
    expect(() => readBrands('src/authoring/fixtures/scenarios/mairie')).toThrow('Le fichier marques.yaml manque');
  });
});
