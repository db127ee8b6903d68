import type { APIContext } from 'astro';
import type { Caller } from '#server';

/** The parts of a request that accounts need. */
export function callerOf(context: Pick<APIContext, 'url' | 'request' | 'locals'>): Caller {
  return { origin: context.url.origin, headers: context.request.headers, address: context.locals.address };
}

/** The form that was sent, or null for a plain visit. What cannot be read as a form is one without any field. */
export async function sentForm(request: Request): Promise<FormData | null> {
  if (request.method !== 'POST') return null;
  try {
    return await request.formData();
  } catch (error) {
    if (error instanceof TypeError) return new FormData();
    throw error;
  }
}

/** A text of a form, "" when missing; at most `longest` characters are looked at. */
export function textOf(form: FormData, name: string, longest = 500): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, longest) : '';
}

/** Sends the browser on with cookies set. 303: what follows a form is a plain visit, safe to reload. */
export function goTo(where: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: where });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/** A path of ours to go back to after signing in; anything else (another site, a script) becomes null. */
export function ownPath(where: string | null): string | null {
  return where !== null && /^\/(formateur|concepteur)(\/[\w\-./]*)?$/.test(where) && !where.includes('//')
    ? where
    : null;
}
