import { expect, it } from 'vitest';
import { judgeAlert } from './alert.ts';

it('holds the slowest alert against two seconds, and nothing measured for a failure', () => {
  expect(judgeAlert([300, 2100, 250, 280, 310])).toMatchObject({ ours: 2100, ok: false });
  expect(judgeAlert([300, 1900, 250])).toMatchObject({ ours: 1900, ok: true });
  expect(judgeAlert([]).ok).toBe(false);
});
