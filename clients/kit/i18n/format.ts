import { directionOf, localeOf, type Language } from './languages';

/** A sentence, or one sentence for each plural category of its language, chosen by `{count}`. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });

export type Params = Record<string, string | number>;

/**
 * Fills `{name}` in a message. Numbers are written as the language writes them; words that run in
 * the other direction than the sentence are kept apart from it, so that neither turns the other.
 */
export function format(message: Message, params: Params, language: Language): string {
  const sentence = pick(message, params, language);
  return (language === 'fr' ? unbroken(sentence) : sentence).replace(
    /\{(\w+)\}/g,
    (place, name: string) => {
      const value = params[name];
      if (value === undefined) return place;
      return typeof value === 'number'
        ? new Intl.NumberFormat(localeOf(language)).format(value)
        : apart(value, language);
    },
  );
}

function pick(message: Message, params: Params, language: Language): string {
  if (typeof message === 'string') return message;
  const category = new Intl.PluralRules(language).select(Number(params.count));
  return message[category] ?? message.other;
}

/** French spaces out its punctuation, which must not begin a line for that. */
function unbroken(french: string): string {
  return french.replace(/ (?=[;:?!»])|(?<=«) /g, '\u202f');
}

/** Between the two characters that isolate a text of its own direction, where it may need them. */
function apart(value: string, language: Language): string {
  const turns = directionOf(language) === 'rtl' || /[\p{sc=Arab}\p{sc=Hebr}]/u.test(value);
  return turns && value ? `\u2068${value}\u2069` : value;
}
