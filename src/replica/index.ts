export type { First } from './desk/first.ts';
export { default as Replica } from './desk/Replica.tsx';
export { fillTexts } from './session/fill-screen.ts';
export { shelfName, wipeDevice } from './session/shelf.ts';
