import { createHash } from 'node:crypto';
import { basename } from 'node:path';

/** What a run needs, of our own folders: it begins while React is on its way. */
const run = [
  'src/engine/(?!next-step)',
  'src/i18n/replica\\.ts',
  'src/recording/(recorder|event|in-time)\\.ts',
  'src/replica/(session/(?!device/sink)|phone/on-phone|panes/messages/inbox|fields/yes-no|desk/(browser-world|first))',
  'mocks/(open|services|papers)\\.ts',
];
/** What a desk needs before its first act, of our own folders; the rest of them is loaded on demand. */
const early = [
  'src/components/(Button|Dialog)\\.tsx',
  'src/coach/(index|level)\\.ts',
  'src/replica/(window/|hands|panes/index|late/late)',
  'src/replica/blocks/(?!Summary|Table)',
  'src/replica/fields/(?!Captcha|Date|File|Grid|Typeahead|late)',
  'src/replica/desk/(?!Ended|Around|hooks/use-rested|tools/(?!Tools))',
];
const runParts = new RegExp(`node_modules/(xstate|zustand)/|preload-helper|${run.join('|')}`);
const desk = new RegExp(early.join('|'));

/**
 * Three scripts instead of twenty for what every desk needs: what is compressed together weighs less (3 kB here), and
 * React stays in the browser's cache when only our code changes.
 */
export const chunkGroups = [
  // What pages without a desk have in common with it: alone, so that they bring nothing else.
  { name: 'common', test: /src\/(recording\/id|i18n\/tied)\.ts/, priority: 1 },
  // The face of the coach names its detector, which waits for the coach's panel.
  { name: 'detector', test: /src\/coach\/detector\//, priority: 1 },
  { name: 'run', test: (id: string): boolean => runParts.test(id), priority: 1 },
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler|@astrojs\/react)\// },
  { name: 'desk', test: (id: string): boolean => desk.test(id) },
];

/** Class names of style modules, short: they stand in the page, in its style and in its script. */
export function shortClassName(name: string, file: string): string {
  const sum = createHash('sha256')
    .update(basename(file.split('?')[0] ?? file))
    .digest('base64url');
  return `${name}_${sum.replace(/[-_]/g, '').slice(0, 3)}`;
}
