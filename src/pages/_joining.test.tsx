import { readFileSync } from 'node:fs';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { joinWords as words } from '#i18n';
import { learnerKey } from '#training';
import { type JoiningTools, startJoining } from './_joining.ts';

/** The page's own markup, its words put in, so that the test breaks when the page and its script part ways. */
const page = readFileSync('src/pages/rejoindre.astro', 'utf8')
  .replace(/^[\s\S]*?<Learner[^>]*>|<\/Learner>[\s\S]*$/g, '')
  .replace(/\{words\.(\w+)\}/g, (_, key: keyof typeof words) => String(words[key]))
  .replace(/<noscript>.*<\/noscript>/, '');

const choice = { group: { name: 'Mardi matin' }, nicknames: ['Cèdre', 'Étoile'], assignment: null };
const joined = {
  learner: 'a1',
  token: 'secret',
  resume: 'KMNP-3467',
  nickname: 'Cèdre',
  group: { name: 'Mardi matin' },
  assignment: { scenario: 'service/demarche', title: 'Une démarche', persona: null, level: 'guide', conditions: [] },
};
const refusal = { error: 'unknown-code', say: 'Ce code n’existe pas.' };

let asked: unknown[] = [];
let kept: Record<string, string> = {};

function open(answers: readonly (readonly [number, unknown] | Error)[], hash = '') {
  const left = [...answers];
  document.body.innerHTML = page;
  const tools: JoiningTools = {
    fetch: async (_address, options) => {
      asked.push(JSON.parse(String(options.body)));
      const next = left.shift();
      if (!next || next instanceof Error) throw next ?? new Error('nothing more was expected');
      return typeof next[1] === 'string'
        ? new Response(next[1], { status: next[0], headers: { 'content-type': 'text/html' } })
        : Response.json(next[1], { status: next[0] });
    },
    storage: {
      setItem: (key, value) => {
        kept[key] = value;
      },
    },
    hash,
    chance: () => 0,
  };
  startJoining(document.querySelector('[data-join]') as HTMLElement, tools);
  return userEvent.setup();
}

beforeEach(() => {
  asked = [];
  kept = {};
});

describe('joining a group', () => {
  it('goes from the code to the nickname to the personal code, and keeps the card without that code', async () => {
    const user = open([
      [200, choice],
      [200, joined],
    ]);
    await user.type(screen.getByLabelText('Code du groupe'), 'cdfg 3467{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Cèdre' }));
    expect((await screen.findByRole('heading', { name: 'Bienvenue, Cèdre' })).closest('section')?.hidden).toBe(false);
    expect(asked).toEqual([{ code: 'cdfg 3467' }, { code: 'cdfg 3467', nickname: 'Cèdre' }]);
    expect(screen.getByText('KMNP-3467')).toBeTruthy();
    expect(screen.getByRole('link', { name: /^Commencer\s: Une démarche$/ }).getAttribute('href')).toBe(
      '/s/service/demarche/',
    );
    expect(Object.keys(kept)).toEqual([learnerKey]);
    expect(kept[learnerKey]).not.toContain('KMNP');
  });

  it('takes the code that the card’s drawing carries', async () => {
    open([[200, choice]], '#CDFG-3467');
    await screen.findByRole('button', { name: 'Étoile' });
    expect(asked).toEqual([{ code: 'CDFG-3467' }]);
    expect(screen.getByText('Groupe « Mardi matin »')).toBeTruthy();
  });

  it('lets someone come back with their own code', async () => {
    const user = open([[200, { ...joined, assignment: null }]]);
    await user.type(screen.getByLabelText('Code personnel'), 'KMNP-3467{Enter}');
    await screen.findByText('KMNP-3467');
    expect(asked).toEqual([{ resume: 'KMNP-3467' }]);
    expect(screen.getByRole('link', { name: 'Choisir une démarche', hidden: false })).toBeTruthy();
  });

  it.each([
    ['what the server says of a wrong code', [404, refusal] as const, 'Ce code n’existe pas.'],
    ['that the network is down', new Error('offline'), words.noAnswer],
    ['that a plain file host has no groups', [405, '<html>'] as const, words.notHere],
  ])('says %s under the field, and keeps what was typed', async (_what, answer, sentence) => {
    const user = open([answer]);
    const input = screen.getByLabelText<HTMLInputElement>('Code du groupe');
    await user.type(input, 'CDFG-3467{Enter}');
    expect(await screen.findByText(sentence)).toBeTruthy();
    expect(input.value).toBe('CDFG-3467');
    expect(document.activeElement).toBe(input);
  });

  it('asks for a code when there is none, without troubling the server', async () => {
    const user = open([]);
    await user.click(screen.getByRole('button', { name: 'Continuer' }));
    expect(await screen.findByText(words.empty)).toBeTruthy();
    expect(asked).toEqual([]);
  });

  it('offers the list again when someone else was quicker', async () => {
    const taken = { error: 'nickname-taken', say: 'Ce surnom vient d’être pris.' };
    const user = open([
      [200, choice],
      [409, taken],
      [200, { ...choice, nicknames: ['Étoile'] }],
    ]);
    await user.type(screen.getByLabelText('Code du groupe'), 'CDFG-3467{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Cèdre' }));
    expect(await screen.findByText('Ce surnom vient d’être pris.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cèdre' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Étoile' })).toBeTruthy();
  });
});
