import { useMemo, useState } from 'react';
import { type Hands, HandsContext } from '../hands.ts';
import { boxKey } from '../session/boxes.ts';
import type { Session } from '../session/session.ts';
import { browserSession } from './browser-world.ts';
import { Desk } from './Desk.tsx';
import type { First } from './first.ts';
import { SessionContext } from './session-context.ts';
import { useLife } from './use-life.ts';

/** The hands of the fields, over a session. */
function handsOf(session: Session): Hands {
  return {
    attach: (field, cell, box) => {
      const held = session.boxes.attach(field, cell, box);
      const { view } = session.state.run ?? {};
      if (view && session.hasField(field)) {
        const raw = view.entries[boxKey(field, cell)];
        if (held.last && raw === undefined) session.adopt(field, cell, held.last);
        else if (raw !== undefined) {
          box.write(raw);
          held.last = raw;
        }
      }
      return () => session.boxes.detach(held);
    },
    enter: (field, raw, cell) => session.enter(field, raw, cell),
    leave: (field, cell) => session.leave(field, cell),
    reach: (field) => session.note('FieldEntered', field),
    startTyping: (field) => session.note('TypingStarted', field),
    erase: (field) => session.note('FieldErased', field),
    change: (field) => session.note('OptionChanged', field),
    press: (action) => {
      if (action.does.kind === 'inert') session.inert('disabled', action.does.say);
      else void session.press(action.id);
    },
    inert: (target, say) => session.inert(target, say),
  };
}

/** The island: the learner's desk with the replica in its window. Tests give their own session. */
export default function Replica({ session: given, ...first }: First & { readonly session?: Session }) {
  const [session] = useState(() => given ?? browserSession(first));
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
