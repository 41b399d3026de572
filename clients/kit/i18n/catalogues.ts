import type { Language } from './languages';

/**
 * The files of a catalogue, but the English one, which is built into the screens. Each catalogue globs for its own, so
 * that a page lists no others.
 */
export type Others = Record<string, () => Promise<unknown>>;

export async function fetchCatalogue<C extends object>(others: Others, language: Language) {
  const [, fetch] = Object.entries(others).find(([file]) => file.includes(`/${language}/`))!;
  return ((await fetch()) as { default: C }).default;
}
