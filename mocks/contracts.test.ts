import { afterEach, describe, expect, it } from 'vitest';
import { contracts, fakeServices } from './every-service.ts';
import { applyRecipe, recipeOf } from './recipe.ts';
import { amina } from './testing/amina.ts';
import { type TestRun, testRun } from './testing/run.ts';
import { thomas } from './testing/thomas.ts';

/** What a person with every right answer sends. */
const rightInputs: Readonly<Record<string, unknown>> = {
  nir: '2841169000007',
  password: 'Jardin2024fleurs',
  answer: 'K7P4',
  birthDate: '1984-11-06',
  accepted: true,
  changed: 'non',
  figures: {
    'amina.salaires.-4': 104_000,
    'amina.salaires.-3': 103_000,
    'amina.salaires.-2': 102_000,
    'youssef.remplacement.-4': 94_000,
    'youssef.remplacement.-3': 93_000,
    'youssef.remplacement.-2': 92_000,
  },
  proof: null,
  kinds: ['pensions-alimentaires'],
  pensions: { 'amina.pensions.-4': 12_000, 'amina.pensions.-3': 12_000, 'amina.pensions.-2': 12_000 },
  honour: true,
  word: 'sable',
  identifier: 'sorel-a4821',
  email: amina.email,
  oldNumber: '00XX00000',
  height: '131',
  mobile: '0639980412',
  image: 'H4RV',
  requestNumber: 'DEMO100001',
};

/** Where a name means something else: the fake Pôle emploi has a household of its own. */
const poleEmploiInputs: Readonly<Record<string, unknown>> = {
  ...rightInputs,
  identifier: '0000481T',
  password: 'Mur-2024-Pierre',
  nir: '193064800002189',
  nationality: 'francaise',
  end: '2026-11-10',
  start: '2026-01-05',
  iban: 'FR00 0000 0000 0000 4800 0002 118',
  bankProof: 'rib-pdf',
  slot: 'lundi-agence',
  context: 'rendez-vous',
  proof: 'preuve-pdf',
};

const wrongInputs: Readonly<Record<string, unknown>> = {
  password: 'Autre2024mot',
  answer: 'XXXX',
  code: '000001',
  birthDate: '1984-11-07',
  figures: { 'amina.salaires.-4': 1 },
  word: 'mer',
  email: 'autre@boite-replique.fr',
  oldNumber: '00XX00000x',
  image: 'XXXX',
  nir: '193064800002188',
  iban: 'FR00 0000',
};

const heic = {
  id: 'photo-iphone',
  title: '',
  paper: 'carnet',
  format: 'heic',
  quality: 'sharp',
  megabytes: 1,
} as const;
const heavy = { id: 'scan-lourd', title: '', paper: 'carnet', format: 'png', quality: 'sharp', megabytes: 9 } as const;
const account = {
  id: 'carnet-ants',
  form: 'notebook',
  title: '',
  person: 'amina',
  items: {
    identifiant: { label: '', kind: 'text', value: 'sorel-a4821', term: 'identifiant-ants' },
    'mot-de-passe': { label: '', kind: 'secret', value: 'Jardin2024fleurs', term: 'mot-de-passe-ants' },
  },
} as const;
const household = {
  ...amina,
  papers: [...amina.papers, account],
  documents: [...amina.documents, heic, heavy],
};
const newcomer = { ...household, id: 'karim' };

let run: TestRun | undefined;
afterEach(() => run?.network.stop());

const outcomes = Object.entries(contracts).flatMap(([service, contract]) =>
  Object.entries(contract.operations).flatMap(([operation, { outcomes, session }]) =>
    [...Object.keys(outcomes), ...Object.keys(contract.common)]
      .filter((outcome) => session || outcome !== 'sessionExpired')
      .map((outcome) => [service, operation, outcome] as const),
  ),
);

describe('every outcome of every contract', () => {
  it.each(outcomes)('%s.%s answers %s by its recipe', async (service, operation, outcome) => {
    const provisional = recipeOf(`${service}.${operation}`, outcome)?.personas?.includes('karim');
    const isPoleEmploi = service === 'pole-emploi';
    const rights = isPoleEmploi ? poleEmploiInputs : rightInputs;
    const test = testRun(service as keyof typeof fakeServices, {
      persona: provisional ? newcomer : isPoleEmploi ? thomas : household,
    });
    run = test;
    await before(test, service, operation);
    const { jump, input } = applyRecipe(test.network, `${service}.${operation}`, outcome);
    if (jump === 'PT16M') test.pass(16 * 60_000);
    const given = Object.fromEntries(
      Object.keys(contracts[service]?.operations[operation]?.input ?? {}).map((name) => {
        const change = input[name] ?? 'right';
        if (typeof change === 'object') return [name, change.value];
        if (change === 'empty') return [name, null];
        if (change === 'wrong') return [name, wrongInputs[name]];
        if (name === 'code') return [name, test.code()];
        if (provisional && name === 'nir') return [name, '7920399000015'];
        return [name, rights[name] ?? null];
      }),
    );
    const answer = await test.call(operation, given);
    const contract =
      contracts[service]?.operations[operation]?.outcomes[outcome] ?? contracts[service]?.common[outcome];
    expect(answer).toMatchObject({ outcome, status: contract?.status });
    for (const name of contract?.data ?? []) expect(answer.data).toHaveProperty(name);
  });

  it('is handled, and each operation has one success', () => {
    for (const [name, service] of Object.entries(fakeServices)) {
      expect(Object.keys(service.operations).sort()).toEqual(Object.keys(service.contract.operations).sort());
      expect(service.contract.service).toBe(name);
      for (const { outcomes } of Object.values(service.contract.operations)) {
        expect(Object.values(outcomes).filter(({ success }) => success)).toHaveLength(1);
      }
    }
  });
});

/** Brings a run to where an operation is called. */
async function before({ ask }: TestRun, service: string, operation: string): Promise<void> {
  if (service === 'pole-emploi') {
    await ask('giveIdentifier', { identifier: poleEmploiInputs['identifier'] });
    if (operation === 'confirmCode') await ask('signIn', { password: poleEmploiInputs['password'] });
    return;
  }
  if (operation === 'confirmCode') {
    await ask('signIn', { nir: rightInputs['nir'], password: rightInputs['password'] });
    await ask('sendCode');
  }
  if (operation === 'declareAmounts') {
    await run?.network.preset('caf', 'signed-in');
    await ask('declareOther', { kinds: rightInputs['kinds'] });
  }
}
