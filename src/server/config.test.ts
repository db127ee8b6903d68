import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toMatchObject({
      port: 4321,
      host: 'localhost',
      dataDir: expect.stringMatching(/\/data$/),
      databaseUrl: undefined,
      publicUrl: undefined,
      allowedHosts: [],
      trustedProxies: [],
      keepDays: 365,
    });
  });

  it('reads what the environment says', () => {
    expect(
      readConfig({
        PORT: '8080',
        HOST: '0.0.0.0',
        DATA_DIR: '/srv/replique',
        DATABASE_URL: 'postgres://someone:secret@db/replique',
        PUBLIC_URL: 'https://replique.example/',
        ALLOWED_HOSTS: 'replique.local,salle12',
        REPLIQUE_SECRET: 'x'.repeat(32),
        TRUSTED_PROXY: '127.0.0.1,10.0.0.0/8',
        KEEP_DAYS: '90',
      }),
    ).toMatchObject({
      keepDays: 90,
      port: 8080,
      host: '0.0.0.0',
      dataDir: '/srv/replique',
      databaseUrl: 'postgres://someone:secret@db/replique',
      publicUrl: 'https://replique.example',
      allowedHosts: ['replique.local', 'salle12'],
      trustedProxies: ['127.0.0.1', '10.0.0.0/8'],
      secret: 'x'.repeat(32),
    });
  });

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://someone:motdepasse@db/x'],
    ['PUBLIC_URL', 'replique.example'],
    ['ALLOWED_HOSTS', 'a, b'],
    ['REPLIQUE_SECRET', 'court'],
    ['TRUSTED_PROXY', 'proxy.example'],
    ['KEEP_DAYS', '900'],
  ])('names a wrong %s without repeating it', (name, value) => {
    const read = () => readConfig({ [name]: value });
    expect(read).toThrow(`Le réglage ${name} est mal écrit`);
    expect(read).not.toThrow(value);
  });

  it('takes an empty variable for none', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' }).port).toBe(4321);
  });
});
