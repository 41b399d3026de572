import { reasonOf } from '$kit/i18n/acts';
import { language, words } from '$kit/i18n/words.svelte';
import en from '$kit/languages/en/faults.json';
import { longDate } from '$kit/time';

const t = words(en, import.meta.glob(['$kit/languages/*/faults.json', '!**/en/*']));

/** A sentence as the server sends it: which one it is, what goes into it, and the same in English. */
export interface Sentence {
  code?: string;
  particulars?: readonly { name: string; value: string }[];
  reason: string;
}

/** In the language of the page; English if this page does not know the sentence. */
export function sentenceOf({ code, particulars = [], reason }: Sentence): string {
  if (!code || !(code in en)) return reasonOf(code, particulars) || reason;
  const written = particulars.map(({ name, value }) => [name, inWords(value)] as const);
  return t(code as keyof typeof en, Object.fromEntries(written));
}

/** A date as a person reads it; anything else as it is. */
function inWords(value: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(value) ? longDate(Date.parse(value), 'UTC', language()) : value;
}
