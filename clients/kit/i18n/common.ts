import en from './common/en.json';
import { words } from './words.svelte';

/** What several screens say: the link, plates, courses, time. */
export const common = words({
  en,
  fr: () => import('./common/fr.json'),
  es: () => import('./common/es.json'),
  ar: () => import('./common/ar.json'),
  zh: () => import('./common/zh.json'),
  ru: () => import('./common/ru.json'),
});
