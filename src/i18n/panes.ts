/** Words of the panes. */
export const panesWords = {} as const;
