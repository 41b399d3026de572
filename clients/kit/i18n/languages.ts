/**
 * The languages of the screens. A seventh is added here and by one catalogue beside each English
 * one; the compiler names the ones that are missing.
 */
export const languages = ['en', 'fr', 'es'] as const;

export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const endonyms: Record<Language, string> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
};

const rightToLeft: readonly string[] = ['ar'];

export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.includes(language) ? 'rtl' : 'ltr';
}

/** The first of the wishes that there is a catalogue for (`fr-CH` is served by `fr`), or English. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const found = languages.find((language) => wish?.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}
