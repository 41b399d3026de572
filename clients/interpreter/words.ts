import { words } from '$kit/i18n/words.svelte';
import en from './i18n/en.json';

export const t = words({
  en,
  fr: () => import('./i18n/fr.json'),
  es: () => import('./i18n/es.json'),
  ar: () => import('./i18n/ar.json'),
  zh: () => import('./i18n/zh.json'),
  ru: () => import('./i18n/ru.json'),
});
