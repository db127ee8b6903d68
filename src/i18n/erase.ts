/** What the button of every learner's page says, on the desk as beside it. */
export const erase = 'Effacer et partir';
