import { describe, expect, it } from 'vitest';
import { readAudit } from './audit.ts';

describe('what npm audit says', () => {
  it('is counted by how grave it is', () => {
    const said = (vulnerabilities: object) => `npm warn old\n${JSON.stringify({ metadata: { vulnerabilities } })}`;
    expect(readAudit(said({ critical: 1, high: 2, moderate: 3, low: 4, info: 5 }))).toEqual({ grave: 3, others: 7 });
    expect(readAudit(said({ critical: 0, high: 0, moderate: 0, low: 0 }))).toEqual({ grave: 0, others: 0 });
  });

  it('is nothing when the registry did not answer', () => {
    expect(readAudit('')).toBeNull();
    expect(readAudit('{"message":"405 Method Not Allowed","error":{}}')).toBeNull();
  });
});
