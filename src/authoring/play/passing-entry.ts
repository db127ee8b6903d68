import { addDuration, dayOf, type Field, type RawEntry, rawOf, repeatsEntry } from '#engine';

/** Long, with every class of character: passes any rule that the language can say. */
export const inventedPassword = 'Exemple-2031-Prairie';

/** Something that passes in a field without an answer. Undefined: it has one, which only is not known yet. */
export function passingEntry(field: Field, now: number): RawEntry | undefined {
  switch (field.input) {
    case 'new-password':
      return inventedPassword;
    case 'password':
      if (!field.answer) return '1';
      // The one chosen on a screen that this path has not met: something to be refused with.
      return repeatsEntry(field.answer) ? inventedPassword : undefined;
    case 'tick':
      return true;
    case 'yes-no':
      return 'non';
    case 'choice':
    case 'typeahead':
      return field.options[0]?.id;
    case 'choices':
      return field.options.slice(0, 1).map(({ id }) => id);
    // Not long ago: the likeliest to be taken of something that ended or happened.
    case 'date':
      return field.answer ? undefined : rawOf(field, dayOf(addDuration(now, '-P15D')));
    default:
      return field.answer ? undefined : '1';
  }
}
