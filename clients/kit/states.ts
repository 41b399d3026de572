import { languages, localeOf, type Language } from './i18n/languages';
import { beforeSpeaking } from './i18n/words.svelte';
import { nameOf, ofPlatform } from './state_name';
import { folded, WholeNames } from './whole_state_name';

export { folded };

/** The Member States of the United Nations by ISO 3166 code, as in server/floor/states.cpp. */
export const memberStates: readonly string[] = (
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ ' +
  'BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU ' +
  'CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA ' +
  'GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ ' +
  'IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI ' +
  'LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU ' +
  'MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK ' +
  'PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN ' +
  'SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA ' +
  'UG US UY UZ VC VE VN VU WS YE ZA ZM ZW'
).split(' ');

/** Non-member States with a permanent observer mission: Palestine and the Holy See. */
export const observerStates: readonly string[] = ['PS', 'VA'];

export interface NamedState {
  code: string;
  name: string;
}

const rolls = new Map<Language, readonly NamedState[]>();

/** All States that can be on a roll, sorted in the language. */
export function rollOf(language: Language): readonly NamedState[] {
  const known = rolls.get(language);
  if (known) return known;
  const { compare } = new Intl.Collator(localeOf(language));
  const roll = [...memberStates, ...observerStates]
    .map((code) => ({ code, name: nameOf(code, language) ?? code }))
    .sort((a, b) => compare(a.name, b.name));
  rolls.set(language, roll);
  return roll;
}

/** What people write for a State in any language of the United Nations, folded; empty until fetched. */
let written: Record<string, readonly string[]> = {};
let whole = new WholeNames();

/** Without these names, a search finds the official and everyday ones of the language. */
export async function fetchWrittenStates(): Promise<void> {
  const { default: table } = await import('./states/written.json');
  const all = [...memberStates, ...observerStates];
  const inTable = (code: string) => (table as Record<string, string[]>)[code] ?? [];
  const platform = (code: string) =>
    languages.map((language) => ofPlatform(code, language) ?? '').filter(Boolean);
  whole = new WholeNames();
  for (const names of [inTable, platform])
    for (const code of all) for (const name of names(code)) whole.add(name, code);
  written = Object.fromEntries(
    all.map((code) => [code, [...inTable(code), ...platform(code)].map(folded)]),
  );
}
beforeSpeaking(() => fetchWrittenStates().catch(() => {}));

/**
 * The States that match a query, best first: by code or by a whole name or abbreviation in any language, unless its
 * three letters begin another's name; then by the start of the name, the start of a word, any part; then by the start
 * of what it is called elsewhere. Ignores case, accents and apostrophes. All for an empty query.
 */
export function findStates(query: string, language: Language): readonly NamedState[] {
  const wanted = folded(query).replace(/^the (?=.)/, '');
  if (!wanted) return rollOf(language);
  const code = whole.codeOf(query);
  return rollOf(language)
    .map((state) => {
      const rank = rankOf(state, wanted, language);
      // MAR is Morocco's code, but three letters are the beginning of Marshall Islands first.
      const first = wanted.length === 3 && rank !== 1 ? 1.5 : 0;
      return { state, rank: state.code === code ? first : rank };
    })
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map(({ state }) => state);
}

const NO_MATCH = 5;

function rankOf({ code, name }: NamedState, wanted: string, language: Language): number {
  const others = written[code] ?? [];
  if (code.toLowerCase() === wanted) return 0;
  const ranks: number[] = [name, ofPlatform(code, language) ?? name].map((each) => {
    const at = folded(each);
    if (at.startsWith(wanted)) return 1;
    if (at.includes(` ${wanted}`)) return 2;
    return at.includes(wanted) ? 3 : NO_MATCH;
  });
  if (others.some((each) => each.startsWith(wanted))) ranks.push(4);
  return Math.min(...ranks);
}
