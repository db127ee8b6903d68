import { useMemo, useState } from 'react';
import { type Hands, HandsContext } from '../hands.ts';
import { boxKey } from '../session/entries/boxes.ts';
import type { Session } from '../session/session.ts';
import { interfaceHere, sessionOf } from './browser-world.ts';
import { Desk } from './Desk.tsx';
import type { First } from './first.ts';
import { SessionContext } from './hooks/session-context.ts';
import { useLife } from './hooks/use-life.ts';
import { loadRest } from './rest.ts';
import { spareRoot } from './unheard.ts';

interfaceHere.resolve(loadRest);
if (typeof document !== 'undefined') for (const root of document.querySelectorAll('astro-island')) spareRoot(root);

/** The hands of the fields, over a session. */
function handsOf(session: Session): Hands {
  return {
    attach: (field, cell, box) => {
      const held = session.entries.boxes.attach(field, cell, box);
      const { view } = session.state.run ?? {};
      if (view && session.entries.has(field)) {
        const raw = view.entries[boxKey(field, cell)];
        if (held.last && raw === undefined) session.entries.adopt(field, cell, held.last);
        else if (raw !== undefined) {
          box.write(raw);
          held.last = raw;
        }
      }
      return () => session.entries.boxes.detach(held);
    },
    enter: (field, raw, cell) => session.entries.enter(field, raw, cell),
    refuses: (field, text) => session.entries.refuses(field, text),
    leave: (field, cell) => session.entries.leave(field, cell),
    reach: (field) => session.entries.note('FieldEntered', field),
    startTyping: (field) => session.entries.note('TypingStarted', field),
    erase: (field) => session.entries.note('FieldErased', field),
    change: (field) => session.entries.note('OptionChanged', field),
    press: (action) => {
      if (action.does.kind === 'inert') session.desk.inert('disabled', action.does.say);
      else void session.press(action.id);
    },
    inert: (target, say) => session.desk.inert(target, say),
  };
}

/** The island: the learner's desk with the replica in its window. Tests give their own session. */
export default function Replica({ session: given, ...first }: First & { readonly session?: Session }) {
  const [session] = useState(() => given ?? sessionOf(first));
  const hands = useMemo(() => handsOf(session), [session]);
  useLife(session);
  return (
    <SessionContext value={session}>
      <HandsContext value={hands}>
        <Desk first={first} />
      </HandsContext>
    </SessionContext>
  );
}
