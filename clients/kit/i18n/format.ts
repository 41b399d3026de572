/** A sentence, or one sentence for each plural category of its language, chosen by `{count}`. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string });

export type Params = Record<string, string | number>;

/** Fills `{name}` in a message; numbers are written as the language writes them. */
export function format(message: Message, params: Params, language: string): string {
  const sentence = pick(message, params, language);
  return (language === 'fr' ? unbroken(sentence) : sentence).replace(
    /\{(\w+)\}/g,
    (place, name: string) => {
      const value = params[name];
      if (value === undefined) return place;
      return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value;
    },
  );
}

function pick(message: Message, params: Params, language: string): string {
  if (typeof message === 'string') return message;
  const category = new Intl.PluralRules(language).select(Number(params.count));
  return message[category] ?? message.other;
}

/** French spaces out its punctuation, which must not begin a line for that. */
function unbroken(french: string): string {
  return french.replace(/ (?=[;:?!»])|(?<=«) /g, '\u202f');
}
