import type { Field } from '#engine';
import { lateParts } from '../late/late.ts';
import { ChoiceField, ChoicesField, TickField } from './ChoiceField.tsx';
import { PasswordField } from './PasswordField.tsx';
import { TextField } from './TextField.tsx';

/** A field of any kind. */
export function FieldView({ field }: { readonly field: Field }) {
  const late = lateParts();
  switch (field.input) {
    case 'password':
    case 'new-password':
      return <PasswordField field={field} />;
    case 'date':
      return late && <late.DateField field={field} />;
    case 'choice':
    case 'yes-no':
      return <ChoiceField field={field} />;
    case 'choices':
      return <ChoicesField field={field} />;
    case 'tick':
      return <TickField field={field} />;
    case 'typeahead':
      return late && <late.TypeaheadField field={field} />;
    case 'file':
      return late && <late.FileField field={field} />;
    case 'grid':
      return late && <late.GridField field={field} />;
    case 'captcha':
      return late && <late.CaptchaField field={field} />;
    default:
      return <TextField field={field} />;
  }
}
