import { recall, remember } from '../site_data';
import { fetchCatalogue, type Others } from './catalogues';
import { format, type Message, type Params } from './format';
import { chooseLanguage, directionOf, languageFor, type Language } from './languages';

/** Messages by key. Every language has exactly the keys of English. */
type Catalogue<Key extends PropertyKey = string> = Record<Key, Message>;

/** A catalogue's `t`: the message for a key, with its `{params}` filled in. Reactive. */
export interface Words<Key> {
  (key: Key, params?: Params): string;
  /** The message in the second language; undefined without one. Show it with `lang` and `dir`. */
  second(key: Key, params?: Params): string | undefined;
}

const SAVED = 'rostrum.language';
const SAVED_SECOND = 'rostrum.second-language';

let current = $state<Language>('en');
let secondary = $state<Language>();
const loading: Load[] = [];

type Load = (first: Language, second: Language | undefined) => Promise<void>;

/** Registers what to load before the screen changes to other languages. */
export function beforeSpeaking(load: Load): void {
  loading.push(load);
}

/** The language of the screen. Reactive. */
export function language(): Language {
  return current;
}

/** The second language of a screen that shows two; undefined if there is none or it is the first. Reactive. */
export function secondLanguage(): Language | undefined {
  return secondary === current ? undefined : secondary;
}

/** The words of a screen or of a shared part: English is built in, other languages are fetched when chosen. */
export function words<English extends Catalogue>(
  en: English,
  others: Others,
): Words<keyof English> {
  type Loaded = { language: Language; of: Catalogue<keyof English> };
  let messages = $state.raw<Loaded>({ language: 'en', of: en });
  let seconds = $state.raw<Loaded>();

  const inLanguage = async (language: Language): Promise<Loaded> => ({
    language,
    of: language === 'en' ? en : await fetchCatalogue<Catalogue<keyof English>>(others, language),
  });
  beforeSpeaking(async (first, second) => {
    messages = await inLanguage(first);
    seconds = second && (await inLanguage(second));
  });

  const write = ({ of, language }: Loaded, key: keyof English, params: Params) =>
    format(of[key], params, language);
  const t = (key: keyof English, params: Params = {}) => write(messages, key, params);
  return Object.assign(t, {
    second: (key: keyof English, params: Params = {}) =>
      seconds && seconds.language !== messages.language ? write(seconds, key, params) : undefined,
  });
}

/** Changes the language of this screen, and saves it for the next visit. */
export async function speak(wanted: Language): Promise<void> {
  remember(SAVED, wanted);
  await show(wanted, secondary);
}

/**
 * Loads the languages to start in. The first is the address's, the saved one or the browser's. The second is
 * the address's, which is saved (an empty one deletes the saved one), or the saved one. If the words cannot be
 * fetched, the screen stays in English.
 */
export async function startLanguage(address: {
  lang: string | undefined;
  lang2: string | undefined;
}): Promise<void> {
  // Who reads one of our languages needs no translator, which would only garble what changes each second.
  if (languageFor(navigator.languages[0])) document.documentElement.translate = false;
  const first = chooseLanguage([address.lang, recall(SAVED), ...navigator.languages]);
  if (address.lang2 !== undefined) remember(SAVED_SECOND, languageFor(address.lang2) ?? '');
  await show(first, languageFor(recall(SAVED_SECOND))).catch(() => {});
}

async function show(first: Language, second: Language | undefined): Promise<void> {
  await Promise.all(loading.map((load) => load(first, second)));
  current = first;
  secondary = second;
  document.documentElement.lang = first;
  document.documentElement.dir = directionOf(first);
}
