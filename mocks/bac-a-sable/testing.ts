import { amina } from '../testing/amina.ts';
import type { ServiceRights } from '../testing/rights.ts';

export const rights: ServiceRights = { persona: amina, right: { word: 'sable' }, wrong: { word: 'mer' } };
