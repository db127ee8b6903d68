import { type KeyboardEvent, type MouseEvent, useEffect, useRef } from 'react';
import { useRootMark } from '#components';
import type { Action, Block, Field } from '#engine';
import { replicaTexts as t } from '#i18n';
import { ActionView } from '../blocks/ActionView.tsx';
import { Blocks, ServiceNotice } from '../blocks/BlockView.tsx';
import { useHands, useLate, useScene } from '../hands.ts';
import { needsLateParts, useLateParts } from '../late/late.ts';
import { afterFrame } from './after-frame.ts';
import { ErrorSummary } from './ErrorSummary.tsx';
import { useInSight } from './in-sight.ts';
import s from './window.module.css';

const alive = 'a,button,input,select,textarea,label,summary,[role=option],[role=button],legend';

/** Actions that a block has placed do not come again at the end. */
function placed(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'action') return [block.action];
    if (block.kind === 'phone') return block.actions;
    return 'blocks' in block ? placed(block.blocks) : [];
  });
}

const fields = (blocks: readonly Block[]): readonly Field[] =>
  blocks.flatMap((block) => (block.kind === 'field' ? [block] : 'blocks' in block ? fields(block.blocks) : []));

function unfold(inside: Element): void {
  for (let fold = inside.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
}

/** One screen of the service, whatever it is made of. */
export function ScreenView({ moved }: { readonly moved: boolean }) {
  const scene = useScene();
  const { screen, loading, message, shows } = scene;
  const hands = useHands();
  const around = useRef<HTMLDivElement>(null);
  const said = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const shownActions = screen.actions.filter((action) => shows(action));
  const atEnd = shownActions.filter(({ id }) => !placed(screen.blocks).includes(id));
  const main =
    shownActions.find(({ look }) => look === 'primary') ?? shownActions.find(({ does }) => does.kind === 'call');
  const asked = fields(screen.blocks);
  const late = needsLateParts(screen.blocks);
  const waits = useLateParts(late);
  const drawn = useInSight(screen.blocks, moved);
  const whole = drawn === screen.blocks;
  const bannered = screen.blocks.some((block) => block.kind === 'card' && block.banner && shows(block));
  useRootMark('bannered', bannered);

  // A new page: the focus goes to its title, as a browser reads a page from its top. Not on the first one.
  useEffect(() => {
    if (!moved) return;
    // At once, as a page that opens: what is pressed meanwhile must not move away.
    title.current?.closest('[data-window]')?.scrollIntoView?.({ block: 'start', behavior: 'instant' });
    const { activeElement } = document;
    return afterFrame(() => {
      // Who has gone into a field meanwhile stays there.
      if (document.activeElement === activeElement) title.current?.focus({ preventScroll: true });
    });
  }, [moved]);

  // What the coach points at is brought into view, unfolded if it was folded.
  const { pointed } = scene;
  useEffect(() => {
    const target = pointed && whole && around.current?.querySelector('[data-pointed]');
    if (!target) return;
    unfold(target);
    target.scrollIntoView?.({ block: 'center' });
  }, [pointed, whole]);
  // A sentence under a field is never left folded away.
  const { errors } = scene;
  useEffect(() => {
    if (message || errors) for (const wrong of around.current?.querySelectorAll('[data-wrong]') ?? []) unfold(wrong);
  }, [message, errors]);
  // So is a sentence of the site: it stands at the top, the button that caused it often at the bottom.
  useEffect(() => {
    if (message && !message.field) said.current?.scrollIntoView?.({ block: 'nearest' });
  }, [message]);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const sends = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (event.key !== 'Enter' || event.defaultPrevented || !sends || !main || loading) return;
    event.preventDefault();
    hands.press(main);
  };
  const onClick = (event: MouseEvent) => {
    const target = event.target as Element;
    if (target.closest(alive) || !getSelection()?.isCollapsed) return;
    if (target.closest('svg,img')) hands.inert('image');
    else if ([...target.childNodes].some((node) => node.nodeType === 3)) hands.inert('text');
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: listens to keys and clicks of what it holds
    <div
      ref={around}
      className={bannered ? `${s.screen} ${s.bannered}` : s.screen}
      onKeyDown={onKeyDown}
      onClick={onClick}
      data-screen={screen.id}
      data-late={late || undefined}
    >
      {screen.step && (
        <p className={s.step}>
          <span>{t.step(screen.step.at, screen.step.of)}</span>
          {screen.step.label && <strong>{screen.step.label}</strong>}
          <span className={s.stepBar} aria-hidden="true">
            {Array.from({ length: screen.step.of }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: steps never move
              <i key={at} data-done={at < (screen.step?.at ?? 0)} />
            ))}
          </span>
        </p>
      )}
      <h1 ref={title} tabIndex={-1} className={s.title}>
        {screen.title}
      </h1>
      {scene.aside && (
        <p className={s.aside} role="status">
          {scene.aside}
        </p>
      )}
      <ErrorSummary fields={asked} />
      <div
        ref={said}
        className={s.message}
        role={message?.tone === 'error' || message?.tone === 'warning' ? 'alert' : 'status'}
      >
        {message && !message.field && <ServiceNotice tone={message.tone} text={message.text} />}
      </div>
      {loading || waits ? (
        <div className={s.loading} role="status">
          <span className={s.dots} aria-hidden="true" />
          {t.loading}
        </div>
      ) : (
        <>
          <Blocks blocks={drawn} />
          {whole && <Ends actions={atEnd} />}
        </>
      )}
      <Calling />
    </div>
  );
}

function Calling() {
  const late = useLate();
  return (
    <p className={s.calling} role="status">
      {late?.action != null && t.calling}
    </p>
  );
}

function Ends({ actions }: { readonly actions: readonly Action[] }) {
  const tiles = actions.filter(({ look }) => look === 'tile');
  const buttons = actions.filter(({ look }) => look === 'primary' || look === 'secondary');
  const links = actions.filter(({ look }) => look === 'link');
  return (
    <div className={s.ends}>
      {tiles.length > 0 && (
        <div className={s.tiles}>
          {tiles.map((action) => (
            <ActionView key={action.id} action={action} />
          ))}
        </div>
      )}
      {buttons.length > 0 && (
        <div className={s.buttons}>
          {buttons.map((action) => (
            <ActionView key={action.id} action={action} />
          ))}
        </div>
      )}
      {links.length > 0 && (
        <ul className={s.links}>
          {links.map((action) => (
            <li key={action.id}>
              <ActionView action={action} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
