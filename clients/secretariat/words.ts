import { words } from '$kit/i18n/words.svelte';
import en from '$kit/languages/en/secretariat.json';
import { kindKey } from './model/figures';

/** What only the secretariat's page says. */
export const t = words(en, import.meta.glob(['$kit/languages/*/secretariat.json', '!**/en/*']));

/** Whether a key made of data has a message. */
export function isKey(key: string): key is keyof typeof en {
  return key in en;
}

/** A role as people say it; empty for one that this page does not know. */
export function roleName(role: string): string {
  const key = role.replace('ROLE_', 'role.');
  return isKey(key) ? t(key) : '';
}

/** What somebody takes the floor for, in words: of the name of an InscriptionKind. */
export function kindWord(kind: string): string {
  const bare = kindKey(kind);
  const key = `kind.${bare}`;
  return isKey(key) ? t(key) : bare;
}
