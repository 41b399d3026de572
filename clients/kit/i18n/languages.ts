/**
 * The official languages of the United Nations. To add one, add a line here and a folder of catalogues in
 * `clients/kit/languages`. `locale` is for `Intl`: British dates, simplified Chinese, Latin digits in Arabic.
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

/** A language's own name. */
export const endonymOf = (language: Language) => known[language].endonym;
export const directionOf = (language: Language) => known[language].direction;
export const localeOf = (language: Language) => known[language].locale;

/** The language for a locale: `fr` for `fr-CH`; undefined if there is none. */
export function languageFor(locale: string | null | undefined): Language | undefined {
  const wanted = locale?.toLowerCase().split('-')[0];
  return languages.find((language) => language === wanted);
}

/** The first available language of these locales, or English. */
export function chooseLanguage(locales: readonly (string | null | undefined)[]): Language {
  return locales.map(languageFor).find((found) => found !== undefined) ?? 'en';
}
