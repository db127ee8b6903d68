import { useEffect, useRef, useState } from 'react';
import { panesWords as words } from '#i18n';
import type { ArrivalsProps, InboxMessage } from '../types.ts';
import { ring } from './sound.ts';

/**
 * Says « Nouveau message de … » to screen readers and rings, whichever pane is open. What was already there when it
 * was mounted is not news.
 */
export default function Arrivals({ messages, now }: ArrivalsProps) {
  const known = useRef<Set<string> | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const here = messages.filter((message) => message.arrivesAt <= now);
    const before = known.current;
    known.current = new Set(here.map(({ id }) => id));
    const news = before ? here.filter((message) => !before.has(message.id) && !message.read) : [];
    if (news.length === 0) return;
    // A paper letter makes no sound, and a message put aside as unwanted comes without one.
    if (news.some(({ channel, folder }) => channel !== 'letter' && folder === 'inbox')) ring();
    setSaid(
      news
        .filter(({ folder }) => folder === 'inbox')
        .map(announcement)
        .join('. '),
    );
  }, [messages, now]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}

const announcement = (message: InboxMessage) => words.newMessage[message.channel](message.from);
