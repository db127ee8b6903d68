/** The sentences of a text. A colon or a dot inside a number does not end one. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?…:])\s+/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

/** Words: letters or digits; « l'écran » counts for one, as it is said. A placeholder is one word. */
export function wordsOf(text: string): readonly string[] {
  return text.replace(/\{[^}]*\}/g, 'Camille').match(/[\p{L}\d][\p{L}\d’'-]*/gu) ?? [];
}

/**
 * Kandel and Moles's reading ease (1958), Flesch's for French: 207 − 1.015 × words a sentence − 73.6 × syllables a word.
 * 100 is very easy, 0 very hard.
 */
export function kandelMoles(text: string): number {
  const words = wordsOf(text);
  const sentences = Math.max(1, sentencesOf(text).length);
  if (words.length === 0) return 100;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 207 - (1.015 * words.length) / sentences - (73.6 * syllables) / words.length;
}

/** Groups of vowels, a silent final « e » left out. Numbers are read aloud: two syllables for a short one. */
export function syllablesOf(word: string): number {
  if (/^\d+$/.test(word)) return Math.min(6, word.length + 1);
  const bare = word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, (mark) => (mark === '\u0308' ? '-' : ''));
  const groups = bare.replace(/qu/g, 'q').match(/[aeiouyœæ]+/g)?.length ?? 0;
  const silent = /[^aeiouy]e(s|nt)?$/.test(bare) && groups > 1 ? 1 : 0;
  return Math.max(1, groups - silent);
}
