/** An entry as text: blanks around it do not count. */
export const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
