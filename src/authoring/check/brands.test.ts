import { describe, expect, it } from 'vitest';
import { broughtIn, colourIn, logoIn, markIn } from './brands.ts';

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
