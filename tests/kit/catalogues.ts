// Finds faults in the catalogues of the screens.
import type { Message } from '$kit/i18n/format';

/** The catalogues of one name, by language. */
export type Catalogues = Record<string, Record<string, Message>>;

/**
 * Each fault in the catalogues of one name, as a sentence.
 *
 * @param alike by language: texts that are rightly the same as in English
 */
export function catalogueFaults(
  catalogues: Catalogues,
  wanted: readonly string[],
  alike: Record<string, readonly string[]> = {},
): string[] {
  const { en = {} } = catalogues;
  return [
    ...Object.keys(catalogues)
      .filter((language) => !wanted.includes(language))
      .map((language) => `${language}: not a language of the screens`),
    ...wanted.flatMap((language) => {
      const messages = catalogues[language];
      if (!messages) return [`${language}: no catalogue`];
      return faultsOf(messages, en, language, alike[language] ?? []).map(
        (fault) => `${language}: ${fault}`,
      );
    }),
  ];
}

/** Whether every message has a letter that English does not. */
const hasOwnLetters = (language: string) => new Intl.Locale(language).maximize().script !== 'Latn';
const ownLetter = /(?!\p{sc=Latn})\p{L}/u;

function faultsOf(
  messages: Record<string, Message>,
  en: Record<string, Message>,
  language: string,
  alike: readonly string[],
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
      messageFaults(messages[key]!, en[key]!, language, alike).map((fault) => `${key} ${fault}`),
    ),
  ];
}

function messageFaults(
  message: Message,
  english: Message,
  language: string,
  alike: readonly string[],
): string[] {
  const texts = textsOf(message);
  const faults: string[] = [];
  const [has, needs] = [paramsOf(message), paramsOf(english)];
  if (has !== needs) faults.push(`has the params [${has}], and English [${needs}]`);
  if (texts.some((text) => text.trim() === '')) faults.push('is empty');
  if (language !== 'en') {
    const own = texts.filter((text) => text.trim() && !alike.includes(text));
    const same = own.find((text) => textsOf(english).includes(text));
    if (same) faults.push(`is English: ${same}`);
    else if (hasOwnLetters(language) && own.some((text) => !ownLetter.test(text)))
      faults.push('has no letter of its language');
  }
  return [...faults, ...pluralFaults(message, english, language)];
}

function pluralFaults(message: Message, english: Message, language: string): string[] {
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

/** The plural forms of a language for whole numbers, and the general one. */
function formsOf(language: string): Intl.LDMLPluralRule[] {
  const rules = new Intl.PluralRules(language);
  const counts = Array.from({ length: 1000 }, (_, count) => rules.select(count));
  return [...new Set([...counts, 'other' as const])];
}

function textsOf(message: Message): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

/** A plural form may spell its number: all forms together must use the same parameters. */
function paramsOf(message: Message): string {
  const params = textsOf(message).flatMap((text) => text.match(/\{\w*\}/g) ?? []);
  return [...new Set(params)].sort().join(' ');
}
