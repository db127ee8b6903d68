import { defineMiddleware } from 'astro:middleware';
import { isStaffAddress, mayOpen } from '#server';

/**
 * The door of staff pages: who is signed in, and whether the address is theirs to open. What is not theirs answers
 * 404, as if it did not exist. Learners' pages are static and never come here with anything to decide.
 */
export const onRequest = defineMiddleware(async (context, next) => {
  const { pathname, origin } = context.url;
  if (context.isPrerendered || !isStaffAddress(pathname)) return next();

  const session = await context.locals.app.accounts.session({ origin, headers: context.request.headers });
  context.locals.staff = session?.staff ?? null;
  const verdict = mayOpen(context.locals.staff, pathname);
  const response =
    verdict === 'allowed'
      ? await next()
      : verdict === 'hidden'
        ? new Response(null, { status: 404 })
        : new Response(null, {
            status: 303,
            headers: { location: `/formateur/connexion?vers=${encodeURIComponent(pathname)}` },
          });

  // A prolonged session; a page that has just set its own (sign-in, sign-out) keeps the last word.
  if (!response.headers.has('set-cookie')) {
    for (const cookie of session?.cookies ?? []) response.headers.append('set-cookie', cookie);
  }
  // Learners' progress stays in nobody's cache, and one-time links in nobody's referrer.
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'no-store');
  response.headers.set('referrer-policy', 'same-origin');
  return response;
});
