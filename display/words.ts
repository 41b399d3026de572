import { words, type Words } from '$kit/i18n/words.svelte';
import type { Params } from '$kit/i18n/format';
import en from '$kit/languages/en/display.json';

export const t = words(en, import.meta.glob(['$kit/languages/*/display.json', '!**/en/*']));

/** A text in the language of the screen and in its second one. */
export interface Said {
  first: string;
  /** Undefined without a second language, or if it says the same. */
  second: string | undefined;
}

export const said = (first: string, second: string | undefined): Said => ({
  first,
  second: second && first.startsWith(second) ? undefined : second,
});

/** A message of a catalogue in both languages. */
export function both<Key>(of: Words<Key>, key: Key, params?: Params): Said {
  return said(of(key, params), of.second(key, params));
}

/** Changes when `fitted` must measure again. */
export const textOf = ({ first, second }: Said): string => `${first}\n${second ?? ''}`;
