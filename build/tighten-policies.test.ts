import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tightened } from './tighten-policies.ts';

const hash = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
const page = (policy: string) =>
  `<head><meta http-equiv="content-security-policy" content="${policy}"><style>a{}</style></head><script type="module">go();</script>`;

describe('a page’s policy', () => {
  it('keeps the hashes of what stands in the page, and drops the others', () => {
    const wide = `script-src 'self' ${hash('go();')} ${hash('stop();')}; style-src 'self' ${hash('a{}')} ${hash('b{}')};`;
    const own = `script-src 'self' ${hash('go();')}; style-src 'self' ${hash('a{}')};`;
    expect(tightened(page(wide))).toBe(page(own));
  });

  it('does not touch a page without a policy', () => {
    expect(tightened('<p>Bonjour</p>')).toBe('<p>Bonjour</p>');
  });
});
