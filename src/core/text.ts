/** Text as people search it. */

/** Lower case without accents nor ligatures, typographic apostrophes as plain ones, single spaces. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'")
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** True of the texts that hold every word of a question, wherever; of all texts when it has no word. */
export function holdsWords(question: string): (text: string) => boolean {
  const words = [...new Set(foldText(question).split(' '))].filter((word) => word !== '');
  if (words.length === 0) return () => true;
  return (text) => {
    // Folded once a text: a question of 100 words, each folding 1,000 names, took half a second.
    const folded = foldText(text);
    return words.every((word) => folded.includes(word));
  };
}
