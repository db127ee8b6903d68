/** What few screens are made of: one script, loaded when a screen needs it or once nothing else is waited for. */
export { SummaryView } from '../blocks/SummaryView.tsx';
export { TableView } from '../blocks/TableView.tsx';
export { CaptchaField } from '../fields/CaptchaField.tsx';
export { DateField } from '../fields/DateField.tsx';
export { FileField } from '../fields/FileField.tsx';
export { GridField } from '../fields/GridField.tsx';
export { TypeaheadField } from '../fields/TypeaheadField.tsx';
