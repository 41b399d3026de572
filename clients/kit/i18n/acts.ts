import en from '../languages/en/acts.json';
import type { Outcome } from '../pending';
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

/** Why something was not done, in a sentence, and what the server adds in English. */
export interface Failure {
  sentence: string;
  detail: string;
}

export function failureOf(outcome: Exclude<Outcome, { kind: 'accepted' }>): Failure {
  if (outcome.kind !== 'refused') return { sentence: t(`refused.${outcome.kind}`), detail: '' };
  const { code, text } = outcome;
  const sentence = refusal(code);
  // Where the sentence says little, what the server says of this one case is worth reading.
  const vague = code === 'REFUSAL_CODE_OUTSIDE_LIMITS' || code === 'REFUSAL_CODE_MALFORMED';
  return { sentence, detail: vague || sentence === t('refused.other') ? text : '' };
}
