import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const pages = globSync(['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/**/*.md'], { cwd: root }).sort();

interface Link {
  readonly page: string;
  readonly to: string;
}

/** Links and images of a page that stay in this repository. Code is left out: it shows links, it does not make them. */
function relativeLinks(page: string, text: string): Link[] {
  const prose = text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, to = '']) => ({ page, to }))
    .filter(({ to }) => !/^([a-z]+:|#)/.test(to));
}

const broken = (links: readonly Link[]): Link[] =>
  links.filter(({ page, to }) => !existsSync(join(root, dirname(page), decodeURIComponent(to.replace(/#.*$/, '')))));

describe('links between pages', () => {
  const links = pages.flatMap((page) => relativeLinks(page, readFileSync(join(root, page), 'utf8')));

  it('all lead to a file that exists', () => {
    expect(links.length).toBeGreaterThan(20);
    expect(broken(links)).toEqual([]);
  });

  it('are told from code, anchors and addresses, and a missing file is seen', () => {
    const text =
      '[a](absent.md#x) `[b](code.md)` [c](#here) [d](https://example.org)\n```\n[e](f.md)\n```\n![g](guide-auteur.md)';
    const found = relativeLinks('docs/page.md', text);
    expect(found.map(({ to }) => to)).toEqual(['absent.md#x', 'guide-auteur.md']);
    expect(broken(found).map(({ to }) => to)).toEqual(['absent.md#x']);
  });

  it('lead from the README to every guide', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const guides = pages.filter((page) => /^docs\/guide-/.test(page));
    expect(guides.filter((guide) => !readme.includes(`](${guide})`))).toEqual([]);
  });
});
