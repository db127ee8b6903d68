import type { APIRoute } from 'astro';
import { groupWords, tableWords } from '#i18n';
import { autonomyOf, sessionsOf } from '#training';
import { csvDownload } from '../../_csv.ts';
import { hourOf, isoDayOf } from '../../_when.ts';

export const prerender = false;

/** One line a try, then one line a session with La Coop's keys. */
export const GET: APIRoute = async ({ locals, params }) => {
  const { app, staff } = locals;
  const group = staff ? await app.groups.own(staff, params.id ?? '') : null;
  const tries = staff && group ? await app.live.tries(staff, group.id) : null;
  if (group === null || tries === null) return new Response(null, { status: 404 });

  const words = tableWords.group;
  const header = [
    words.kind,
    words.nickname,
    words.scenario,
    words.version,
    words.day,
    words.start,
    words.minutes,
    words.level,
    words.ending,
    words.lastScreen,
    words.screens,
    words.helps,
    words.stuck,
    words.autonomy,
    words.duration,
    words.themes,
    words.difficulty,
    words.participants,
    words.run,
  ];
  const lines = tries.map((one) => {
    const outline = app.outlines.get(one.scenario);
    const ending = one.ending === null ? null : (outline?.endings[one.ending]?.title ?? one.ending);
    return [
      words.try,
      one.nickname,
      outline?.title ?? one.scenario,
      one.hash,
      isoDayOf(one.startedAt),
      hourOf(one.startedAt),
      Math.ceil((one.lastSeen - one.startedAt) / 60_000),
      one.level && groupWords.levels[one.level],
      ending ?? words.unfinished,
      outline?.screens.find(({ id }) => id === one.screen)?.title ?? one.screen,
      one.screensMet,
      one.helps,
      one.stuckEpisodes,
      autonomyOf(one),
      null,
      outline?.themes.join('|') ?? null,
      outline?.difficulty ?? null,
      null,
      one.run,
    ];
  });
  const sessions = sessionsOf(tries, app.outlines, isoDayOf).map((session) => [
    words.session,
    null,
    null,
    null,
    session.day,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    session.minutes,
    session.themes.join('|'),
    session.level,
    session.learners,
    null,
  ]);
  return csvDownload(group.name, [header, ...lines, ...sessions]);
};
