import { RefusalCode } from '$proto/live_pb';
import { ActKind } from '$proto/table_pb';
import en from '../languages/en/acts.json';
import { words } from './words.svelte';

const t = words('acts', en);

const isKey = (key: string): key is keyof typeof en => key in en;

/** What was done, as in "Floor given". Empty for what a chair never does. */
export function actName(kind: ActKind): string {
  const key = `act.${ActKind[kind]}`;
  return isKey(key) ? t(key) : '';
}

/** Why the server did not do it, in a sentence a chair can read. */
export function refusal(code: RefusalCode): string {
  const key = `refused.${RefusalCode[code]}`;
  return t(isKey(key) ? key : 'refused.other');
}
