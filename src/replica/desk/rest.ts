import { loadCoach } from '#coach';
import { loadLateParts } from '../late/late.ts';
import { loadPanes } from '../panes/index.ts';

/** Each part that comes later, once nothing is waited for: the exercise then goes on without a network. */
export const loadRest = (): Promise<unknown> =>
  Promise.all([
    loadPanes(),
    loadCoach(),
    import('./tools/ToolDialog.tsx'),
    loadLateParts(),
    import('./Ended.tsx'),
    import('./tools/Time.tsx'),
    import('./Around.tsx'),
  ]);
