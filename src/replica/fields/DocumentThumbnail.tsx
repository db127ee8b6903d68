import { createContext, type ReactNode, useContext } from 'react';
import type { PersonaDocument } from '#engine';

/** Draws a document small: filled by the desk with the drawn papers, which load later than the screen. */
export type DrawDocument = (document: PersonaDocument) => ReactNode;

export const DrawDocumentContext = createContext<DrawDocument | null>(null);

/** A document as it stands in the persona's files: its paper drawn small, blurred or dark as it is. */
export function DocumentThumbnail({ document }: { readonly document: PersonaDocument }) {
  const draw = useContext(DrawDocumentContext);
  return draw ? draw(document) : null;
}
