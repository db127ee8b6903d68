import { createHash } from 'node:crypto';

/** Headers of every answer, whatever it is. */
export const everywhere: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

/**
 * Headers of every answer but the parts of a page (its scripts, styles and words, named by their content), which no
 * browser shows by themselves: there they would say nothing, and a desk's ten parts would carry four kilobytes of them.
 */
export const ofPages: Readonly<Record<string, string>> = {
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
  // What is neither a page nor a script can load nothing, should a browser show it; pages bring their own policy.
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  // A replica must not turn up in a search for the real site.
  'x-robots-tag': 'noindex, nofollow',
};

/** As those of pages, under https only: on a plain network browsers refuse the first, and say so as an error of the page. */
export const encrypted: Readonly<Record<string, string>> = {
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
};

/** Of scripts: the offline worker lives under its own file's policy. */
export const scriptPolicy = "default-src 'self'; frame-ancestors 'none'";

/** Hashes of the scripts and styles that stand in a page itself. */
export interface InlineHashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Reads them off a built page: such a page is ours, to the last sign. Never to be used on an answer made of input. */
export function inlineHashes(html: string): InlineHashes {
  return {
    scripts: [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)]
      .filter(
        ([, attributes = '']) => !/\ssrc\s*=/i.test(attributes) && !/type\s*=\s*["']?application\//i.test(attributes),
      )
      .map(([, , body = '']) => hashOf(body)),
    styles: [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(([, body = '']) => hashOf(body)),
  };
}

/**
 * The content-security policy of a page. `form-action 'none'` on replicas: without it, Enter before hydration would put
 * what was typed in an address (DESIGN §6).
 */
export function contentPolicy(path: string, { scripts, styles }: InlineHashes): string {
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...new Set(scripts)].join(' ')}`,
    `style-src ${["'self'", ...new Set(styles)].join(' ')}`,
    // The manner of a service is custom properties on its window, in a style attribute, which no hash can allow
    // without 'unsafe-hashes' for each; an attribute can load nothing, since img-src and font-src hold.
    "style-src-attr 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${path.startsWith('/s/') ? "'none'" : "'self'"}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What a header can add to a policy that the page already carries, made by Astro with its own hashes. */
export function framePolicy(path: string): string {
  return `object-src 'none'; base-uri 'none'; form-action ${path.startsWith('/s/') ? "'none'" : "'self'"}; frame-ancestors 'none'`;
}

function hashOf(body: string): string {
  return `'sha256-${createHash('sha256').update(body).digest('base64')}'`;
}
