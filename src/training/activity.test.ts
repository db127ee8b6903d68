import { describe, expect, it } from 'vitest';
import { autonomyOf, type Outline, sessionsOf, type Try } from './index.ts';

const at = (time: string) => Date.parse(`2026-11-${time}Z`);
const outline: Outline = {
  id: 'essai/essai',
  hash: '0',
  title: 'Essayer',
  service: 'Essai',
  minutes: 10,
  difficulty: 'debutant',
  personas: [],
  themes: ['famille_scolarite'],
  screens: [],
  endings: {},
  variants: [],
  length: 1,
};
const one = (nickname: string, from: string, to: string): Try => ({
  run: `${nickname} ${from}`,
  nickname,
  scenario: outline.id,
  hash: '0',
  startedAt: at(from),
  lastSeen: at(to),
  level: 'je-demande',
  screen: null,
  ending: null,
  screensMet: 1,
  helps: 0,
  stuckEpisodes: 0,
});

describe('sessionsOf', () => {
  it('makes one session of a day’s tries, with La Coop’s keys and durations', () => {
    const tries = [
      one('Mésange', '19T09:00:00', '19T09:20:00'),
      one('Dune', '19T09:05:00', '19T09:50:00'),
      one('Dune', '19T09:50:00', '19T10:10:00'),
      one('Mésange', '26T09:00:00', '26T09:10:00'),
    ];
    const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);
    expect(sessionsOf(tries, new Map([[outline.id, outline]]), dayOf)).toEqual([
      {
        day: '2026-11-19',
        minutes: 90,
        learners: 2,
        themes: ['aide_aux_demarches_administratives', 'famille_scolarite'],
        level: 'debutant',
      },
      {
        day: '2026-11-26',
        minutes: 15,
        learners: 1,
        themes: ['aide_aux_demarches_administratives', 'famille_scolarite'],
        level: 'debutant',
      },
    ]);
    expect(sessionsOf([], new Map(), dayOf)).toEqual([]);
  });
});

describe('autonomyOf', () => {
  it.each([
    ['guide-moi', 0, 'entierement_accompagne'],
    ['je-demande', 2, 'partiellement_autonome'],
    ['tout-seul', 0, 'autonome'],
  ] as const)('%s with %i helps is %s', (level, helps, expected) => {
    expect(autonomyOf({ level, helps })).toBe(expected);
  });
});
