import { words } from '$kit/i18n/words.svelte';
import en from '$kit/languages/en/secretariat.json';

/** What only the secretariat's page says. */
export const t = words('secretariat', en);

/** Whether a key made of data has a message. */
export function isKey(key: string): key is keyof typeof en {
  return key in en;
}
