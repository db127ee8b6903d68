import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

/** Licences whose works can be distributed with one under the EUPL 1.2. */
const welcome =
  /^(MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|Unlicense|Python-2\.0|OFL-1\.1|MPL-2\.0|Zlib|LGPL-3\.0-or-later|WTFPL)$/;

it('every package that ships has a licence we can ship', () => {
  const lock = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package-lock.json'), 'utf8'));
  const packages = Object.entries(lock.packages as Record<string, { license?: string; dev?: boolean; link?: boolean }>);
  const shipped = packages.filter(([path, { dev, link }]) => path !== '' && !dev && !link);
  const doubtful = shipped.filter(([, { license }]) => {
    const choices = (license ?? '').replaceAll(/[()]/g, '').split(/ OR | AND /);
    return !choices.some((choice) => welcome.test(choice));
  });
  expect(shipped.length).toBeGreaterThan(50);
  expect(doubtful.map(([path, { license }]) => `${path}: ${license ?? 'none'}`)).toEqual([]);
});
