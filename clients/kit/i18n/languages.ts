/**
 * The languages of the screens: the official ones of the United Nations. Another one is a folder of
 * catalogues in `clients/kit/languages` and a line here.
 *
 * `locale` is what the platform's `Intl` is asked for: days in British order, Chinese as written on the
 * mainland, and in Arabic too the digits of the timers and clocks.
 */
const known = {
  en: { endonym: 'English', locale: 'en-GB', direction: 'ltr' },
  fr: { endonym: 'Français', locale: 'fr', direction: 'ltr' },
  es: { endonym: 'Español', locale: 'es', direction: 'ltr' },
  ar: { endonym: 'العربية', locale: 'ar-u-nu-latn', direction: 'rtl' },
  zh: { endonym: '中文', locale: 'zh-Hans', direction: 'ltr' },
  ru: { endonym: 'Русский', locale: 'ru', direction: 'ltr' },
} as const;

export type Language = keyof typeof known;

export const languages = Object.keys(known) as readonly Language[];

/** What the language calls itself. */
export const endonymOf = (language: Language) => known[language].endonym;
export const directionOf = (language: Language) => known[language].direction;
export const localeOf = (language: Language) => known[language].locale;

/** The language that serves a wish (`fr-CH` is served by `fr`); undefined when none does. */
export function languageFor(wish: string | null | undefined): Language | undefined {
  const wanted = wish?.toLowerCase().split('-')[0];
  return languages.find((language) => language === wanted);
}

/** The first of the wishes that there is a catalogue for, or English. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  return wishes.map(languageFor).find((found) => found !== undefined) ?? 'en';
}
