import en from '../languages/en/acts.json';
import { words } from './words.svelte';

const t = words('acts', en);

const isKey = (key: string): key is keyof typeof en => key in en;

/** What was done, as in "Floor given". Empty for what a chair never does. */
export function actName(kind: string): string {
  const key = kind.replace('ACT_KIND_', 'act.');
  return isKey(key) ? t(key) : '';
}

/** Why the server did not do it, in a sentence a chair can read. */
export function refusal(code: string): string {
  const key = code.replace('REFUSAL_CODE_', 'refused.');
  return t(isKey(key) ? key : 'refused.other');
}
