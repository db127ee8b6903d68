import type { APIRoute } from 'astro';
import { callerOf, goTo, sentForm, textOf } from './_request.ts';

export const prerender = false;

/** Signing out is a form: a link to it on another site must do nothing. The device stays known, unless it is to be forgotten. */
export const POST: APIRoute = async (context) => {
  const { app } = context.locals;
  const form = await sentForm(context.request);
  const forget = form !== null && textOf(form, 'appareil', 20) === 'oublier';
  return goTo('/formateur/connexion', await app.accounts.signOut(callerOf(context), forget));
};
