import type { APIRoute } from 'astro';
import { callerOf, goTo } from './_request.ts';

export const prerender = false;

/** Signing out is a form: a link to it on another site must do nothing. */
export const POST: APIRoute = async (context) => {
  const { app, staff } = context.locals;
  return goTo('/formateur/connexion', staff ? await app.accounts.signOut(callerOf(context)) : []);
};
