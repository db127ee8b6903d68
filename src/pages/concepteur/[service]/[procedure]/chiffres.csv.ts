import type { APIRoute } from 'astro';
import { figureWords, tableWords, wordingWords } from '#i18n';
import type { Compared, Kept, Rate } from '#review';
import { designerFigures } from '#server';
import { csvDownload, decimal } from '../../../formateur/_csv.ts';
import { namesIn, sayVerdict } from '../../_words.ts';

export const prerender = false;

/** The page's figures, with the page's suppression: nothing is here that is not there. */
export const GET: APIRoute = async ({ locals, params, url }) => {
  const { app } = locals;
  const outline = app.outlines.get(`${params.service}/${params.procedure}`);
  if (outline === undefined) return new Response(null, { status: 404 });
  const { report, shown, wordings } = await designerFigures(app, outline, url.searchParams.get('version'), Date.now());
  const words = tableWords.figures;
  const names = namesIn(outline);
  const cells = (rate: Rate | Kept) =>
    typeof rate === 'string'
      ? [null, null, null, null, null, words.kept[rate]]
      : [rate.people, rate.of, decimal(rate.share), decimal(rate.interval.low), decimal(rate.interval.high), null];
  const count = (people: number | null) => [people, null, null, null, null, people === null ? words.kept.base : null];

  const whole = [
    [null, null, words.measures.starters, ...count(report.starters)],
    [null, null, words.measures.done, ...cells(report.done)],
    ...report.endings.map(({ ending, rate }) => [
      null,
      null,
      `${words.measures.ending} : ${names.ending(ending)}`,
      ...cells(rate),
    ]),
    ...report.screens.flatMap((screen) => {
      const name = names.screen(screen.screen);
      return [
        [name, null, words.measures.arrived, ...count(screen.arrived)],
        [name, null, words.measures.left, ...cells(screen.left)],
        [name, null, words.measures.helped, ...cells(screen.helped)],
        [name, null, words.measures.stuck, ...cells(screen.stuck)],
        ...(screen.time === null
          ? []
          : [[name, null, words.measures.time, null, null, null, null, null, figureWords.duration(screen.time)]]),
      ];
    }),
    ...report.fields.flatMap((field) => {
      const where = [names.screen(field.screen), names.field(field.screen, field.field)];
      return [
        [...where, words.measures.refused, ...cells(field.refused)],
        ...field.rules.map(({ rule, rate }) => [
          ...where,
          `${words.measures.refused} : ${names.rule(rule)}`,
          ...cells(rate),
        ]),
        [...where, words.measures.silent, ...cells(field.silent)],
      ];
    }),
  ];
  /** A share of one wording, then how it differs from the usual words. */
  const compared = (
    id: string,
    screen: string | null,
    measure: string,
    { rate, against }: Compared,
    what: 'done' | 'stop',
  ) => [
    [screen, null, measure, ...cells(rate)],
    ...(against === null
      ? []
      : [
          [
            screen,
            null,
            `${words.measures.difference} : ${measure}`,
            null,
            null,
            decimal(against.value),
            decimal(against.low),
            decimal(against.high),
            sayVerdict({ rate, against }, id, what).text,
          ],
        ]),
  ];
  const apart = (wordings ?? []).flatMap(({ id, starters, done, endings, screens }) =>
    [
      [null, null, words.measures.starters, ...count(starters)],
      ...compared(id, null, words.measures.done, done, 'done'),
      ...endings.map(({ ending, rate }) => [
        null,
        null,
        `${words.measures.ending} : ${names.ending(ending)}`,
        ...cells(rate),
      ]),
      ...screens.flatMap((screen) => [
        [names.screen(screen.screen), null, words.measures.arrived, ...count(screen.arrived)],
        ...compared(id, names.screen(screen.screen), words.measures.left, screen, 'stop'),
      ]),
    ].map((row) => [id === '' ? wordingWords.usual : id, ...row]),
  );
  const rows = [
    [
      words.wording,
      words.screen,
      words.field,
      words.figure,
      words.people,
      words.of,
      words.share,
      words.low,
      words.high,
      words.note,
    ],
    ...whole.map((row) => [words.everyWording, ...row]),
    ...apart,
  ];
  return csvDownload(`${outline.id} ${shown.hash}`, rows);
};
