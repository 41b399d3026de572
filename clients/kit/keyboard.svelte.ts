/** Which key of the key map a key event means, on a keyboard of any script, and what that keyboard shows. */
import { language } from './i18n/words.svelte';

/** The part of a KeyboardEvent that says which key it was. */
export type Key = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'
>;

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** What the keys of these letters write on keyboards of our languages that are not Latin. */
const keyboards = {
  ar: 'ش لا ؤ ي ث ب ل ا ه ت ن م ة ى خ ح ض ق س ف ع ر ص ء غ ئ'.split(' '),
  ru: 'ф и с в у а п р ш о л д ь т щ з й к ы е г м ц ч н я'.split(' '),
} as const;

const scripts = { ar: /\p{Script=Arabic}/u, ru: /\p{Script=Cyrillic}/u };
const notLatin = /(?!\p{Script=Latin})\p{L}|[^\0-\x7f\p{L}]/u;

/**
 * What a key may mean, the likeliest first: what it writes; and the Latin letter, digit or slash of its place, if it
 * writes another script, or a digit only with Shift.
 */
export function keysOf({ key, code, shiftKey }: Key): string[] {
  const written = key.toLowerCase();
  const [, letter, digit] = /^(?:Key([A-Z])|Digit(\d)|Slash)$/.exec(code) ?? [];
  if (digit) return shiftKey ? [written] : [written, digit];
  if (!notLatin.test(key)) return [written];
  if (letter) return [letter.toLowerCase()];
  return code === 'Slash' ? [shiftKey ? '?' : '/'] : [written];
}

type Keyboard = keyof typeof keyboards;
const isKeyboard = (name: string): name is Keyboard => name in keyboards;

/** The keyboard of the latest key whose script is known. */
let seen = $state<Keyboard | 'latin'>();

/** Learns from every key which keyboard it is. */
export function watchKeyboard(): void {
  addEventListener('keydown', noteKeyboard, true);
}

export function noteKeyboard({ key }: Pick<KeyboardEvent, 'key'>): void {
  if (/^[a-z]$/i.test(key)) seen = 'latin';
  else if (notLatin.test(key))
    seen = (Object.keys(scripts) as Keyboard[]).find((name) => scripts[name].test(key)) ?? seen;
}

/** What else the key of a letter shows: `Т` for `N` on a Russian keyboard; undefined if nothing. Reactive. */
export function alsoShown(letter: string): string | undefined {
  const keyboard = seen ?? language();
  const place = alphabet.indexOf(letter.toLowerCase());
  if (!isKeyboard(keyboard) || letter.length !== 1 || place < 0) return undefined;
  return keyboards[keyboard][place]?.toUpperCase();
}
