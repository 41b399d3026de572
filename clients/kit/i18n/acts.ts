import en from '../languages/en/acts.json';
import type { Outcome } from '../pending';
import type { Meeting, RememberedAct } from '../protocol';
import { words } from './words.svelte';

const t = words(en, import.meta.glob(['../languages/*/acts.json', '!**/en/*']));

const isKey = (key: string): key is keyof typeof en => key in en;

/** An act in words, as in "Floor given"; empty for an act that no chair makes. */
export function actName(kind: string): string {
  const key = kind.replace('ACT_KIND_', 'act.');
  return isKey(key) ? t(key) : '';
}

/** An act of a room in words: the end of a silence is not that of a statement. */
export function actOf({ kind }: RememberedAct, meeting?: Meeting): string {
  const silent = kind === 'ACT_KIND_END_STATEMENT' && meeting?.turns.at(-1)?.silence;
  return silent ? t('act.END_SILENCE') : actName(kind);
}

/** The reason of a refusal, in a sentence for the chair. */
export function refusal(code: string): string {
  const key = code.replace('REFUSAL_CODE_', 'refused.');
  return t(isKey(key) ? key : 'refused.other');
}

type Particulars = readonly { name: string; value: string }[];

/** The server's sentence, which says more than the code of a refusal does; empty for an unknown one. */
export function reasonOf(reason = '', particulars: Particulars = []): string {
  const key = `reason.${reason}`;
  const params = Object.fromEntries(particulars.map(({ name, value }) => [name, value]));
  return isKey(key) ? t(key, params) : '';
}

/** A failure in a sentence, with the server's English detail. */
export interface Failure {
  sentence: string;
  detail: string;
}

export type Failed = Exclude<Outcome, { kind: 'accepted' }>;

export function failureOf(outcome: Failed): Failure {
  if (outcome.kind !== 'refused') return { sentence: t(`refused.${outcome.kind}`), detail: '' };
  const { code, text } = outcome;
  const reason = reasonOf(outcome.reason, outcome.particulars);
  if (reason) return { sentence: reason, detail: '' };
  const sentence = refusal(code);
  // The server's detail is shown only if the sentence is vague.
  const vague = code === 'REFUSAL_CODE_OUTSIDE_LIMITS' || code === 'REFUSAL_CODE_MALFORMED';
  return { sentence, detail: vague || sentence === t('refused.other') ? text : '' };
}
