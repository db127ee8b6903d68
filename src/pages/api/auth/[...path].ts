import type { APIRoute } from 'astro';

export const prerender = false;

/** better-auth's passkey endpoints; everything else of it is closed. */
export const ALL: APIRoute = ({ locals, request, url }) =>
  locals.app.accounts.handle(request, url.origin, locals.address);
