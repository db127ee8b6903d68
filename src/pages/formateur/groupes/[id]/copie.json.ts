import type { APIRoute } from 'astro';
import { goTo, sentForm, textOf } from '../../_request.ts';

export const prerender = false;

/** A copy of what is kept of a person, by their code: it travels in the body, never in an address. */
export const POST: APIRoute = async ({ locals, params, request }) => {
  const { app, staff } = locals;
  const id = params.id ?? '';
  if (!staff || (await app.groups.own(staff, id)) === null) return new Response(null, { status: 404 });
  const form = await sentForm(request);
  const copy = form && (await app.copies.byCode(staff, id, textOf(form, 'code', 100)));
  if (copy === null) return goTo(`/formateur/groupes/${id}/effacer?inconnu`);
  return new Response(`${JSON.stringify(copy, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="copie.json"',
      'cache-control': 'no-store',
    },
  });
};
