import { words, type Words } from '$kit/i18n/words.svelte';
import type { Params } from '$kit/i18n/format';
import en from '$kit/languages/en/display.json';

/** What only the room display says. */
export const t = words('display', en);

/** Something said in the language of the screen, and in the second one of a screen that has two. */
export interface Said {
  first: string;
  /** Undefined where the second language says the same, or there is none. */
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

/** To notice that another text is to be fitted. */
export const textOf = ({ first, second }: Said): string => `${first}\n${second ?? ''}`;
