import { words } from '$kit/i18n/words.svelte';
import en from './i18n/page/en.json';
import programmeEn from './i18n/programme/en.json';
import reportsEn from './i18n/reports/en.json';

/** What the secretariat's page says, the programme and the reports apart. */
export const t = words({
  en,
  fr: () => import('./i18n/page/fr.json'),
  es: () => import('./i18n/page/es.json'),
  ar: () => import('./i18n/page/ar.json'),
  zh: () => import('./i18n/page/zh.json'),
  ru: () => import('./i18n/page/ru.json'),
});

/** Meetings, their panels, import and export, the round's defaults. */
export const tp = words({
  en: programmeEn,
  fr: () => import('./i18n/programme/fr.json'),
  es: () => import('./i18n/programme/es.json'),
  ar: () => import('./i18n/programme/ar.json'),
  zh: () => import('./i18n/programme/zh.json'),
  ru: () => import('./i18n/programme/ru.json'),
});

/** Facts and figures, and the record. */
export const tr = words({
  en: reportsEn,
  fr: () => import('./i18n/reports/fr.json'),
  es: () => import('./i18n/reports/es.json'),
  ar: () => import('./i18n/reports/ar.json'),
  zh: () => import('./i18n/reports/zh.json'),
  ru: () => import('./i18n/reports/ru.json'),
});

/** The message that a key made of data names, where there is one. */
export function has<Key extends string>(messages: Record<Key, unknown>, key: string): key is Key {
  return key in messages;
}

export { en, programmeEn, reportsEn };
