export { eraseStores, isErased } from './erase.ts';
export { eraseAndGo } from './go.ts';
export { heldChanged, readName } from './held.ts';
export { linesOf } from './question.ts';
