import { createContext, useContext } from 'react';

/** Id of the item that the coach points at on the open paper, if any. */
export const PointedItem = createContext<string | undefined>(undefined);

export function useIsPointed(id: string | undefined): boolean {
  const pointed = useContext(PointedItem);
  return id !== undefined && pointed === id;
}
