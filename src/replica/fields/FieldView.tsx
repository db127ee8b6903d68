import type { Field } from '#engine';
import { CaptchaField } from './CaptchaField.tsx';
import { ChoiceField, ChoicesField, TickField } from './ChoiceField.tsx';
import { DateField } from './DateField.tsx';
import { FileField } from './FileField.tsx';
import { GridField } from './GridField.tsx';
import { PasswordField } from './PasswordField.tsx';
import { TextField } from './TextField.tsx';
import { TypeaheadField } from './TypeaheadField.tsx';

/** A field of any kind. */
export function FieldView({ field }: { readonly field: Field }) {
  switch (field.input) {
    case 'password':
    case 'new-password':
      return <PasswordField field={field} />;
    case 'date':
      return <DateField field={field} />;
    case 'choice':
    case 'yes-no':
      return <ChoiceField field={field} />;
    case 'choices':
      return <ChoicesField field={field} />;
    case 'tick':
      return <TickField field={field} />;
    case 'typeahead':
      return <TypeaheadField field={field} />;
    case 'file':
      return <FileField field={field} />;
    case 'grid':
      return <GridField field={field} />;
    case 'captcha':
      return <CaptchaField field={field} />;
    default:
      return <TextField field={field} />;
  }
}
