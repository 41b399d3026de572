import type { Language } from '$kit/i18n/languages';

const english: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' };

/** A position in a queue, as the message `place` needs it: `4th`, `1re`, or the plain number. */
export function ordinal(place: number, language: Language): string {
  if (language === 'fr') return place === 1 ? '1re' : `${place}e`;
  if (language !== 'en') return String(place);
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(place);
  return `${place}${english[rule] ?? 'th'}`;
}
