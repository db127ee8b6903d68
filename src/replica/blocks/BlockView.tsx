import { memo } from 'react';
import type { Block, Tone } from '#engine';
import { FieldView } from '../fields/FieldView.tsx';
import { useScene } from '../hands.ts';
import { lateParts } from '../late/late.ts';
import { ActionView } from './ActionView.tsx';
import s from './blocks.module.css';

/** Blocks in their order; those whose condition does not hold are not drawn. */
export const Blocks = memo(function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  const { shows } = useScene();
  return blocks.map((block, at) => (shows(block) ? <BlockView key={keyOf(block, at)} block={block} /> : null));
});

const keyOf = (block: Block, at: number): string =>
  block.kind === 'field'
    ? `field-${block.id}`
    : block.kind === 'action'
      ? `action-${block.action}`
      : `${block.kind}-${at}`;

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string | undefined;
  readonly text: string;
}

/** A sentence of the service set apart. */
export function ServiceNotice({ tone, title, text }: NoticeProps) {
  return (
    <div className={s.notice} data-tone={tone}>
      {title && <p className={s.noticeTitle}>{title}</p>}
      <p>{text}</p>
    </div>
  );
}

function BlockView({ block }: { readonly block: Block }) {
  const { screen, shows } = useScene();
  const late = lateParts();
  switch (block.kind) {
    case 'field':
      return <FieldView field={block} />;
    case 'action': {
      const action = screen.actions.find(({ id }) => id === block.action);
      return action && shows(action) ? (
        <p className={s.placed}>
          <ActionView action={action} />
        </p>
      ) : null;
    }
    case 'phone':
      return null; // on the phone, not on the page
    case 'heading':
      return block.level === 2 ? <h2 className={s.h2}>{block.text}</h2> : <h3 className={s.h3}>{block.text}</h3>;
    case 'paragraph':
      return <p className={s.paragraph}>{block.text}</p>;
    case 'list': {
      const List = block.ordered ? 'ol' : 'ul';
      return (
        <List className={s.list}>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </List>
      );
    }
    case 'notice':
      return <ServiceNotice tone={block.tone} title={block.title} text={block.text} />;
    case 'foldout':
      return (
        <details className={s.foldout}>
          <summary>{block.label}</summary>
          <div className={s.inside}>
            <Blocks blocks={block.blocks} />
          </div>
        </details>
      );
    case 'image':
      return (
        <div
          className={s.image}
          {...(block.alt ? { role: 'img', 'aria-label': block.alt } : { 'aria-hidden': true })}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, inlined by the compiler
          dangerouslySetInnerHTML={{ __html: block.svg }}
        />
      );
    case 'summary':
      return late && <late.SummaryView title={block.title} rows={block.rows} />;
    case 'table':
      return late && <late.TableView block={block} />;
    case 'card':
      return block.collapsible ? (
        <details className={s.card} data-tone={block.tone} open={block.open}>
          <summary>
            <h2>{block.title}</h2>
          </summary>
          <div className={s.inside}>
            <Blocks blocks={block.blocks} />
          </div>
        </details>
      ) : (
        <section
          className={s.card}
          data-tone={block.tone}
          data-banner={block.banner}
          aria-label={block.banner && block.title}
        >
          <h2>{block.title}</h2>
          {block.address && <p className={s.cardAddress}>{block.address}</p>}
          <div className={s.inside}>
            <Blocks blocks={block.blocks} />
          </div>
        </section>
      );
    case 'group':
      return (
        <fieldset className={s.group}>
          <legend>{block.legend}</legend>
          <Blocks blocks={block.blocks} />
        </fieldset>
      );
  }
}
