import type { APIRoute } from 'astro';

export const prerender = false;

/** `POST /api/join` with JSON; see `JoinRequest` in the training room. */
export const POST: APIRoute = async ({ locals, request }) => {
  // Without this a form on another site could post here: only JSON makes a browser ask first.
  const json = request.headers.get('content-type')?.startsWith('application/json') === true;
  const body: unknown = json ? await request.json().catch(() => null) : null;
  const answer = await locals.app.join.answer(body, locals.address);
  return Response.json(answer.body, { status: answer.status, headers: { 'cache-control': 'no-store' } });
};
