/**
 * The languages of the screens, which are the official ones of the United Nations. A seventh is
 * added here and by one catalogue beside each English one; the compiler names the ones that are
 * missing.
 */
export const languages = ['en', 'fr', 'es', 'ar', 'zh', 'ru'] as const;

export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const endonyms: Record<Language, string> = {
  en: 'English',
  fr: 'Français',
  es: 'Español',
  ar: 'العربية',
  zh: '中文',
  ru: 'Русский',
};

const rightToLeft: readonly string[] = ['ar'];

export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.includes(language) ? 'rtl' : 'ltr';
}

/**
 * What the platform's `Intl` is asked for: days in British order, Chinese as written on the mainland,
 * and in Arabic too the digits of the timers and clocks.
 */
const locales: Record<Language, string> = {
  en: 'en-GB',
  fr: 'fr',
  es: 'es',
  ar: 'ar-u-nu-latn',
  zh: 'zh-Hans',
  ru: 'ru',
};

export function localeOf(language: Language): string {
  return locales[language];
}

/** The language that serves a wish (`fr-CH` is served by `fr`); undefined when none does. */
export function languageFor(wish: string | null | undefined): Language | undefined {
  const wanted = wish?.toLowerCase().split('-')[0];
  return languages.find((language) => language === wanted);
}

/** The first of the wishes that there is a catalogue for, or English. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  return wishes.map(languageFor).find((found) => found !== undefined) ?? 'en';
}
