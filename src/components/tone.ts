/** What a notice or a badge means. A tone is never said by its colour alone: words come with it. */
export type Tone = 'info' | 'success' | 'warning' | 'error' | 'plain';

export const toneClass = (tone: Tone): string => (tone === 'info' ? '' : ` is-${tone}`);
