import { fetchCatalogue } from '$kit/i18n/catalogues';
import { format } from '$kit/i18n/format';
import { directionOf, type Language } from '$kit/i18n/languages';
import en from '$kit/languages/en/card.json';
import { fetchShortNames } from '$kit/short_names';
import type { Card } from '$kit/protocol';
import { holderName } from '../model/card_holders';

const others = import.meta.glob(['$kit/languages/*/card.json', '!**/en/*']);

/** What is printed on a card, in one language. */
export interface CardWords {
  language: Language;
  direction: 'ltr' | 'rtl';
  how: (address: string) => string;
  purpose: string;
  nameOf: (card: Card) => string;
}

export async function cardWords(language: Language): Promise<CardWords> {
  await fetchShortNames(language);
  const words = language === 'en' ? en : await fetchCatalogue<typeof en>(others, language);
  return {
    language,
    direction: directionOf(language),
    how: (address) => format(words.how, { address }, language),
    purpose: words.purpose,
    nameOf: (card) => holderName(card, language),
  };
}
