import { fetchCatalogue } from './i18n/catalogues';
import type { Language } from './i18n/languages';
import { beforeSpeaking } from './i18n/words.svelte';
import en from './languages/en/short_names.json';

type Names = Record<string, string>;

const others = import.meta.glob(['./languages/*/short_names.json', '!**/en/*']);
const fetched: Partial<Record<Language, Names>> = { en };

export async function fetchShortNames(language: Language): Promise<void> {
  fetched[language] ??= await fetchCatalogue(others, language);
}

beforeSpeaking(async (first, second) => {
  await fetchShortNames(first);
  if (second) await fetchShortNames(second);
});

/** The United Nations' names by ISO 3166 code, where they differ from `Intl`'s; empty until fetched. */
export function shortNames(language: Language): Names {
  return fetched[language] ?? {};
}
