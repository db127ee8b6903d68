import { expect, it } from 'vitest';
import { readCertificate } from './_certificate.ts';

const page = (clean: boolean) => `---
day: 2026-11-27
clean: ${clean}
fields: 304
markers: 1200
---

# Certificat de silence
`;

it('says what was typed and when, only if nothing was found again', () => {
  expect(readCertificate(page(true))).toEqual({ day: '27 novembre 2026', fields: 304, markers: 1200 });
  expect(readCertificate(page(false))).toBeNull();
  expect(readCertificate('# Rien')).toBeNull();
});
