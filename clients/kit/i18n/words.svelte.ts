import { fetchCatalogue } from './catalogues';
import { format, type Message, type Params } from './format';
import { chooseLanguage, directionOf, languageFor, type Language } from './languages';

/** Messages by key. Every language has exactly the keys of English. */
type Catalogue<Key extends PropertyKey = string> = Record<Key, Message>;

/** A catalogue's `t`. Reactive: what shows it follows the languages of the screen. */
export interface Words<Key> {
  /** The message for a key, with its `{params}` filled in. */
  (key: Key, params?: Params): string;
  /**
   * The same in the second language of a screen that shows two at once; undefined on every other
   * screen. What shows it says which language it is, for letters, voices and direction:
   *
   *     {@const second = secondLanguage()}
   *     {#if second}
   *       <p lang={second} dir={directionOf(second)}>{t.second('closed')}</p>
   *     {/if}
   */
  second(key: Key, params?: Params): string | undefined;
}

const SAVED = 'rostrum.language';
const SAVED_SECOND = 'rostrum.second-language';

let current = $state<Language>('en');
let beside = $state<Language>();
const loading: Load[] = [];

type Load = (first: Language, second: Language | undefined) => Promise<void>;

/** Has something fetched before the screen changes to these languages. */
export function beforeSpeaking(load: Load): void {
  loading.push(load);
}

/** The language on the screen now. Reactive. */
export function language(): Language {
  return current;
}

/**
 * The language beside it, on a screen that shows two at once. Reactive. Undefined when there is
 * none, or when it is the first one.
 */
export function secondLanguage(): Language | undefined {
  return beside === current ? undefined : beside;
}

/**
 * The words of a screen, or of a part that several screens share: English, which is always there, and
 * the catalogues of that name, each of which is fetched when its language is chosen.
 */
export function words<English extends Catalogue>(
  name: string,
  en: English,
  fetch: (language: Language, name: string) => Promise<Catalogue<keyof English>> = fetchCatalogue,
): Words<keyof English> {
  type Spoken = { language: Language; of: Catalogue<keyof English> };
  let messages = $state.raw<Spoken>({ language: 'en', of: en });
  let seconds = $state.raw<Spoken>();

  const inLanguage = async (language: Language): Promise<Spoken> => ({
    language,
    of: language === 'en' ? en : await fetch(language, name),
  });
  beforeSpeaking(async (first, second) => {
    messages = await inLanguage(first);
    seconds = second && (await inLanguage(second));
  });

  const say = ({ of, language }: Spoken, key: keyof English, params: Params) =>
    format(of[key], params, language);
  const t = (key: keyof English, params: Params = {}) => say(messages, key, params);
  return Object.assign(t, {
    second: (key: keyof English, params: Params = {}) =>
      seconds && seconds.language !== messages.language ? say(seconds, key, params) : undefined,
  });
}

/** Shows another language on this screen, and saves it for the next visit. */
export async function speak(wanted: Language): Promise<void> {
  localStorage.setItem(SAVED, wanted);
  await show(wanted, beside);
}

/**
 * The languages to start in. The first is the address's, else the saved one, else the browser's. The
 * second is the address's, which is saved (an empty one is forgotten), else the saved one. Settles
 * when their words are there; without a network it stays with English, which came with the page.
 */
export async function startLanguage(address: {
  lang: string | undefined;
  lang2: string | undefined;
}): Promise<void> {
  const first = chooseLanguage([address.lang, localStorage.getItem(SAVED), ...navigator.languages]);
  if (address.lang2 !== undefined) saveSecond(languageFor(address.lang2));
  await show(first, languageFor(localStorage.getItem(SAVED_SECOND))).catch(() => {});
}

function saveSecond(wanted: Language | undefined): void {
  if (wanted) localStorage.setItem(SAVED_SECOND, wanted);
  else localStorage.removeItem(SAVED_SECOND);
}

async function show(first: Language, second: Language | undefined): Promise<void> {
  await Promise.all(loading.map((load) => load(first, second)));
  current = first;
  beside = second;
  document.documentElement.lang = first;
  document.documentElement.dir = directionOf(first);
}
