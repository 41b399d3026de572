// What is wrong with a screen's words, language by language.
import type { Message } from '$kit/i18n/format';
import { languages, type Language } from '$kit/i18n/languages';

/** The messages of one folder by language, as the names of its files say it. */
export type Folder = Record<string, Record<string, Message>>;

/** What is written the same in another language as in English, and rightly. */
const alike: Partial<Record<Language, readonly string[]>> = {
  fr: ['{count} min', '−30 s', '+30 s', '+1 min', 'Pause', 'Question'],
  es: ['{count} min', '−30 s', '+30 s', '+1 min'],
};

/** Letters that every message has, in a language that shares none with English. */
const letters: Partial<Record<Language, RegExp>> = {
  ar: /\p{sc=Arab}/u,
  zh: /\p{sc=Han}/u,
  ru: /\p{sc=Cyrl}/u,
};

/** Each thing wrong in a folder of catalogues, as a sentence. */
export function catalogueFaults(folder: Folder): string[] {
  const { en = {} } = folder;
  const strange = Object.keys(folder).filter((name) => !languages.some((each) => each === name));
  return [
    ...strange.map((name) => `${name}: not a language of the screens`),
    ...languages.flatMap((language) => {
      const messages = folder[language];
      if (!messages) return [`${language}: no catalogue`];
      return faultsOf(messages, en, language).map((fault) => `${language}: ${fault}`);
    }),
  ];
}

function faultsOf(
  messages: Record<string, Message>,
  en: Record<string, Message>,
  language: Language,
): string[] {
  const keys = Object.keys(messages);
  const wanted = Object.keys(en);
  const both = wanted.filter((key) => key in messages);
  const order = keys.filter((key) => key in en).join() === both.join();
  return [
    ...wanted.filter((key) => !(key in messages)).map((key) => `${key} is missing`),
    ...keys.filter((key) => !(key in en)).map((key) => `${key} is not in English`),
    ...(order ? [] : ['the keys are in another order than in English']),
    ...both.flatMap((key) =>
      messageFaults(messages[key]!, en[key]!, language).map((fault) => `${key} ${fault}`),
    ),
  ];
}

function messageFaults(message: Message, english: Message, language: Language): string[] {
  const texts = textsOf(message);
  const faults: string[] = [];
  const [has, needs] = [paramsOf(message), paramsOf(english)];
  if (has !== needs) faults.push(`has the params [${has}], and English [${needs}]`);
  if (texts.some((text) => text.trim() === '')) faults.push('is empty');
  if (language !== 'en') {
    const own = texts.filter((text) => text.trim() && !alike[language]?.includes(text));
    const same = own.find((text) => textsOf(english).includes(text));
    if (same) faults.push(`is English: ${same}`);
    else if (own.some((text) => letters[language]?.test(text) === false))
      faults.push('has no letter of its language');
  }
  return [...faults, ...pluralFaults(message, english, language)];
}

function pluralFaults(message: Message, english: Message, language: Language): string[] {
  if (typeof message === 'string')
    return typeof english === 'string' ? [] : ['has no plural, and English has'];
  const needed = formsOf(language);
  const known = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return [
    ...needed.filter((form) => !(form in message)).map((form) => `has no form «${form}»`),
    ...Object.keys(message)
      .filter((form) => !known.some((category) => category === form))
      .map((form) => `has a form «${form}» that is none`),
  ];
}

/** The plural forms of a language for whole numbers as screens show them, and the general one. */
function formsOf(language: Language): Intl.LDMLPluralRule[] {
  const rules = new Intl.PluralRules(language);
  const counts = Array.from({ length: 1000 }, (_, count) => rules.select(count));
  return [...new Set([...counts, 'other' as const])];
}

function textsOf(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

/** A form may say its number in words: what counts is what all forms together name. */
function paramsOf(message: Message): string {
  const params = textsOf(message).flatMap((text) => text.match(/\{\w*\}/g) ?? []);
  return [...new Set(params)].sort().join(' ');
}
