import type { Language } from './i18n/languages';
import { beforeSpeaking } from './i18n/words.svelte';
import en from './short_names/en';

/** Names by ISO 3166 code. */
type Names = Record<string, string>;

const others: Record<Exclude<Language, 'en'>, () => Promise<{ default: Names }>> = {
  fr: () => import('./short_names/fr'),
  es: () => import('./short_names/es'),
  ar: () => import('./short_names/ar'),
  zh: () => import('./short_names/zh'),
  ru: () => import('./short_names/ru'),
};

const fetched: Partial<Record<Language, Names>> = { en };

/** Fetches what `shortNames` has in a language. */
export async function fetchShortNames(language: Language): Promise<void> {
  if (language !== 'en') fetched[language] ??= (await others[language]()).default;
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
