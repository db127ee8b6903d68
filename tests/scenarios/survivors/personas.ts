import type { Survivors } from './reasons.ts';

const unasked = (...papers: readonly number[]): Survivors => ({
  unasked: papers.map((paper) => `lost paper papers/${paper}`),
});

/** Papers that no procedure asks for, by the file of their persona. */
export const personas: Readonly<Record<string, Survivors>> = {
  // Identity card; the Caf's letter.
  'personas/amina.yaml': unasked(4, 9),
  // Photocopy of the lost licence.
  'personas/georges.yaml': unasked(8),
  'personas/ines.yaml': {},
  'personas/karim.yaml': {},
  // The Caf's old letter.
  'personas/leila.yaml': unasked(6),
  'personas/lucie.yaml': {},
  // Receipt of an older request; of the van: technical inspection, administrative situation.
  'personas/marc.yaml': unasked(5, 10, 11),
  // The letter that names the agency.
  'personas/maryse.yaml': unasked(4),
  // Photocopy of the stolen card, and the declaration of its theft.
  'personas/nadia.yaml': unasked(3, 4),
  // Administrative situation of the van.
  'personas/paolo.yaml': unasked(8),
  // Identity card.
  'personas/solange.yaml': unasked(1),
  // The Caf's letter.
  'personas/sonia.yaml': unasked(13),
  'personas/thomas.yaml': {},
  // The statement and the lease of the sandbox.
  'personas/zoe.yaml': unasked(5, 6),
};
