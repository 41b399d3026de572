import { directionOf, localeOf, type Language } from './languages';

/** A sentence, or one for each plural category of the language, chosen by `{count}`. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });

export type Params = Record<string, string | number>;

/** Fills `{name}` in a message: formats numbers, and isolates text of the other writing direction. */
export function format(message: Message, params: Params, language: Language): string {
  const sentence = pick(message, params, language);
  return (language === 'fr' ? withoutBreaks(sentence) : sentence).replace(
    /\{(\w+)\}/g,
    (place, name: string) => {
      const value = params[name];
      if (value === undefined) return place;
      return typeof value === 'number'
        ? new Intl.NumberFormat(localeOf(language)).format(value)
        : isolated(value, language);
    },
  );
}

function pick(message: Message, params: Params, language: Language): string {
  if (typeof message === 'string') return message;
  const category = new Intl.PluralRules(language).select(Number(params.count));
  return message[category] ?? message.other;
}

/** French puts spaces around punctuation: no line may break there. */
function withoutBreaks(french: string): string {
  return french.replace(/ (?=[;:?!»])|(?<=«) /g, '\u202f');
}

/** A text of the other writing direction reorders neither the sentence around it nor itself. */
export function isolated(value: string, language: Language): string {
  const mixed = directionOf(language) === 'rtl' || /[\p{sc=Arab}\p{sc=Hebr}]/u.test(value);
  return mixed && value ? `\u2068${value}\u2069` : value;
}
