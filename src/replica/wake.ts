/**
 * Begins the run before the interface is there: while React is still on its way, the statechart is built, the device is
 * asked for a kept run and the fake services start. The page that imports this names what to begin in a <meta>.
 */
import { sessionOf } from './desk/browser-world.ts';
import { type Start, startMeta } from './desk/first.ts';

const told = document.querySelector<HTMLMetaElement>(`meta[name="${startMeta}"]`);
if (told) void sessionOf(JSON.parse(told.content) as Start).open();
