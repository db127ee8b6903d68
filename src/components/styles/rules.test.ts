import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('asks nothing of the whole page with `:has()` where an exercise is drawn: each change of the page would ask again', () => {
  const styles = globSync('src/{replica,leaving,coach/panel,components/styles}/**/*.css');
  expect(styles.length).toBeGreaterThan(15);
  expect(styles.filter((path) => readFileSync(path, 'utf8').includes(':has('))).toEqual([]);
});
