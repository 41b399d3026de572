import { format, type Message, type Params } from './format';
import { chooseLanguage, directionOf, type Language } from './languages';

type Messages = Record<string, Message>;

/**
 * The words of a screen, or of a part that several screens share. English is always there; the
 * others are fetched when they are chosen. Every language has exactly the keys of English.
 */
export type Catalogue<M extends Messages> = { en: M } & Record<
  Exclude<Language, 'en'>,
  () => Promise<{ default: Record<keyof M, Message> }>
>;

const SAVED = 'rostrum.language';

let current = $state<Language>('en');
const loading: ((language: Language) => Promise<void>)[] = [];

/** The language on the screen now. Reactive. */
export function language(): Language {
  return current;
}

/**
 * A catalogue's `t`: gives the message for a key, with its `{params}` filled in. Reactive: what
 * shows it follows the language.
 */
export function words<M extends Messages>(catalogue: Catalogue<M>) {
  let messages = $state.raw<{ language: Language; of: Record<keyof M, Message> }>({
    language: 'en',
    of: catalogue.en,
  });
  loading.push(async (wanted) => {
    const of = wanted === 'en' ? catalogue.en : (await catalogue[wanted]()).default;
    messages = { language: wanted, of };
  });
  return (key: keyof M, params: Params = {}): string =>
    format(messages.of[key], params, messages.language);
}

/** Shows another language on this screen, and saves it for the next visit. */
export async function speak(wanted: Language): Promise<void> {
  localStorage.setItem(SAVED, wanted);
  await show(wanted);
}

/**
 * The language to start in: the address's, else the saved one, else the browser's. Settles when its
 * words are there; without a network it stays with English, which came with the page.
 */
export async function startLanguage(fromAddress: string | undefined): Promise<void> {
  const wishes = [fromAddress, localStorage.getItem(SAVED), ...navigator.languages];
  await show(chooseLanguage(wishes)).catch(() => {});
}

async function show(wanted: Language): Promise<void> {
  await Promise.all(loading.map((load) => load(wanted)));
  current = wanted;
  document.documentElement.lang = wanted;
  document.documentElement.dir = directionOf(wanted);
}
