import type { ButtonHTMLAttributes } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** One primary a view: it is the main action. */
  readonly look?: 'primary' | 'secondary' | 'quiet';
}

/** A button of our own world. For a link that looks like one: `<a class="button">`. */
export function Button({ look = 'primary', type = 'button', className = '', ...rest }: ButtonProps) {
  const classes = ['button', look === 'primary' ? '' : `button--${look}`, className].filter(Boolean).join(' ');
  return <button type={type} className={classes} {...rest} />;
}
