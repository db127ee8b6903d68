import type { Paper, Person, Persona } from '#engine';
import styles from '../paper.module.css';

/** The person a paper concerns. */
export function personOf(paper: Paper, persona: Persona | undefined): Person | undefined {
  return persona?.people.find((person) => person.id === paper.person);
}

/** The addressee's block, as in a window envelope: the household's address, under the name of whom it concerns. */
export function Addressee({ paper, persona }: { readonly paper: Paper; readonly persona: Persona | undefined }) {
  const person = personOf(paper, persona);
  if (!persona || !person) return null;
  const [first = '', ...rest] = persona.address;
  const name = first.includes(person.firstName) ? first : `${person.firstName} ${person.lastName}`;
  // An address that begins with a number has no line for the name.
  const lines = /\d/.test(first) ? [name, first, ...rest] : [name, ...rest];
  return (
    <address className={styles.address}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  );
}

/** Lines of a paper that do more than repeat the name printed already. */
export function ownLines(paper: Paper, persona: Persona | undefined): readonly string[] {
  const person = personOf(paper, persona);
  return (paper.lines ?? []).filter((line) => line !== `${person?.firstName} ${person?.lastName}`);
}
