import { loadLateParts } from './late/late.ts';

export { coreBlock, type First, startMeta } from './desk/first.ts';
export { default as Replica } from './desk/Replica.tsx';
export { shelfName } from './session/device/shelf.ts';
export { fillTexts } from './session/entries/fill-screen.ts';

// A page drawn with late parts is made and taken over with them: its inputs, and what was typed in them, stay. Here, and
// not beside them: those parts are loaded after the script of the desk, which must not wait for them in turn.
if (import.meta.env.SSR || document.querySelector('[data-late]')) await loadLateParts();
