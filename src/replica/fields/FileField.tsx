import { Suspense, useEffect, useRef, useState } from 'react';
import type { Field, PersonaDocument } from '#engine';
import { replicaTexts as t } from '#i18n';
import { useHands, useScene } from '../hands.ts';
import { DocumentThumbnail } from './DocumentThumbnail.tsx';
import { FieldFrame, fieldId, useDescribed } from './FieldFrame.tsx';
import s from './fields.module.css';
import l from './late-fields.module.css';
import { useBox } from './use-box.ts';

function Described({ document }: { readonly document: PersonaDocument }) {
  return (
    <span className={l.documentText}>
      <strong>{document.title}</strong>
      <small>
        {document.format.toUpperCase()}, {t.megabytes(document.megabytes)}
      </small>
    </span>
  );
}

/** A file asked by the service: chosen among the persona's documents, never on the learner's disk. */
export function FileField({ field }: { readonly field: Extract<Field, { input: 'file' }> }) {
  const hands = useHands();
  const { persona } = useScene();
  const [chosen, setChosen] = useState('');
  const [open, setOpen] = useState(false);
  const current = useRef('');
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLFieldSetElement>(null);
  const put = (id: string) => {
    current.current = id;
    setChosen(id);
  };
  useBox(field.id, undefined, { read: () => current.current, write: (raw) => put(typeof raw === 'string' ? raw : '') });

  useEffect(() => {
    if (open) panel.current?.querySelector('button')?.focus();
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (id: string) => {
    if (current.current !== '' && current.current !== id) hands.change(field.id);
    put(id);
    hands.enter(field.id, id);
    hands.leave(field.id);
    close();
  };
  // A button holds neither « required » nor « invalid »: the group around says them.
  const { 'aria-describedby': described } = useDescribed(field);
  const document = persona.documents.find(({ id }) => id === chosen);
  const claimant = persona.people.find(({ role }) => role === 'claimant');

  return (
    <FieldFrame field={field} many>
      <div className={l.file}>
        <p className={l.chosen} aria-live="polite">
          {document ? <Described document={document} /> : t.noDocument}
        </p>
        <button
          ref={button}
          type="button"
          className={l.fileButton}
          id={fieldId(field.id, 'choisir')}
          aria-expanded={open}
          aria-label={`${document ? t.changeDocument : t.pickDocument} : ${field.label}`}
          {...(described && { 'aria-describedby': described })}
          onFocus={() => hands.reach(field.id)}
          onClick={() => setOpen(!open)}
        >
          {document ? t.changeDocument : t.pickDocument}
        </button>
        {document && (
          <button type="button" className={s.reveal} onClick={() => choose('')}>
            {t.removeDocument}
          </button>
        )}
      </div>
      {open && (
        <fieldset
          ref={panel}
          className={l.documents}
          aria-label={t.documentsTitle(claimant?.firstName ?? '')}
          onKeyDown={(event) => event.key === 'Escape' && close()}
        >
          <p className={s.deskNote}>{t.documentsNote}</p>
          <ul>
            {persona.documents.map((each) => (
              <li key={each.id}>
                <button
                  type="button"
                  className={l.document}
                  aria-pressed={each.id === chosen}
                  onClick={() => choose(each.id)}
                >
                  <span className={l.thumbnail} data-quality={each.quality} aria-hidden="true">
                    <Suspense fallback={null}>
                      <DocumentThumbnail document={each} />
                    </Suspense>
                  </span>
                  <Described document={each} />
                </button>
              </li>
            ))}
          </ul>
          <button type="button" className={s.reveal} onClick={close}>
            {t.closeDocuments}
          </button>
        </fieldset>
      )}
    </FieldFrame>
  );
}
