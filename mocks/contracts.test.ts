import { afterEach, describe, expect, it } from 'vitest';
import type { OperationContract } from '#engine';
import { rights as ants } from './ants/testing.ts';
import { rights as sandbox } from './bac-a-sable/testing.ts';
import { rights as caf } from './caf/testing.ts';
import { durationMs } from './duration.ts';
import { contracts, fakeServices } from './every-service.ts';
import { rights as franceconnect } from './franceconnect/testing.ts';
import { rights as poleEmploi } from './pole-emploi/testing.ts';
import { applyRecipe, recipeOf } from './recipe.ts';
import type { FakeServiceName } from './services.ts';
import type { ServiceRights } from './testing/rights.ts';
import { type TestRun, testRun } from './testing/run.ts';

const rightsOf: Readonly<Record<FakeServiceName, ServiceRights>> = {
  caf,
  ants,
  'pole-emploi': poleEmploi,
  franceconnect,
  'bac-a-sable': sandbox,
};

let run: TestRun | undefined;
afterEach(() => run?.network.stop());

const outcomes = Object.entries(contracts).flatMap(([service, contract]) =>
  Object.entries(contract.operations).flatMap(([operation, { outcomes, session }]) =>
    [...Object.keys(outcomes), ...Object.keys(contract.common)]
      .filter((outcome) => session || outcome !== 'sessionExpired')
      .map((outcome) => [service as FakeServiceName, operation, outcome] as const),
  ),
);

describe('every outcome of every contract', () => {
  it.each(outcomes)('%s.%s answers %s by its recipe', async (service, operation, outcome) => {
    const rights = rightsOf[service];
    const only = recipeOf(`${service}.${operation}`, outcome)?.personas?.find((name) => rights.others?.[name]);
    const { persona, right, rightFor } = rights.others?.[only ?? ''] ?? rights;
    const test = testRun(service, { persona });
    run = test;
    await rights.before?.(test, operation);
    const { jump, input } = applyRecipe(test.network, `${service}.${operation}`, outcome);
    if (jump !== null) test.pass(durationMs(jump));
    const given = Object.fromEntries(
      Object.keys(contracts[service]?.operations[operation]?.input ?? {}).map((name) => {
        const change = input[name] ?? 'right';
        if (typeof change === 'object') return [name, change.value];
        if (change === 'empty') return [name, null];
        if (change === 'wrong') return [name, rights.wrong[name]];
        if (name === 'code') return [name, test.code()];
        return [name, rightFor?.[operation]?.[name] ?? right[name] ?? null];
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
      for (const { outcomes } of Object.values<OperationContract>(service.contract.operations)) {
        expect(Object.values(outcomes).filter(({ success }) => success)).toHaveLength(1);
      }
    }
  });
});
