/**
 * The word of a plate that is typed to erase its name: the longest one, so that it is typed on
 * purpose, and short enough to be typed at all.
 */
export function wordOf(title: string): string {
  const words = title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [title.trim()];
  return words.reduce((longest, word) => (word.length > longest.length ? word : longest));
}

/** Whether that word was typed, in capitals or not. */
export function isWordOf(title: string, typed: string): boolean {
  const plain = (text: string) => text.trim().normalize('NFC').toLocaleLowerCase();
  return typed.trim() !== '' && plain(typed) === plain(wordOf(title));
}
