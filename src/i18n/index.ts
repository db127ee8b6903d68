export { layoutWords } from './layout.ts';
export { panesWords } from './panes.ts';
