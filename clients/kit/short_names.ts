import { fetchCatalogue } from './i18n/catalogues';
import type { Language } from './i18n/languages';
import { beforeSpeaking } from './i18n/words.svelte';
import en from './languages/en/short_names.json';

/** Names by ISO 3166 code. */
type Names = Record<string, string>;

const fetched: Partial<Record<Language, Names>> = { en };

/** Fetches what `shortNames` has in a language. */
export async function fetchShortNames(language: Language): Promise<void> {
  fetched[language] ??= await fetchCatalogue(language, 'short_names');
}

beforeSpeaking(async (first, second) => {
  await fetchShortNames(first);
  if (second) await fetchShortNames(second);
});

/**
 * The United Nations' short form where the platform's `Intl` says it otherwise; only what differs is
 * there. Empty in a language that was not fetched: the languages of the screen and English were.
 */
export function shortNames(language: Language): Names {
  return fetched[language] ?? {};
}
