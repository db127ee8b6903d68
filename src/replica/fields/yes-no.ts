import type { Option } from '#engine';
import { replicaTexts as t } from '#i18n';

export const yesNo: readonly Option[] = [
  { id: 'oui', label: t.yes },
  { id: 'non', label: t.no },
];
