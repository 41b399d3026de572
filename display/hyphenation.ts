/**
 * Where a long word of a name may break, in the language of the name. Browsers fetch their own patterns from the
 * internet, which a conference room may not have.
 */

const SOFT_HYPHEN = '\u00ad';
/** Shorter words stay whole. */
const LONG = 12;
/** The fewest letters before and after a hyphen: more than a book has, for readers at the back of a room. */
const BEFORE = 5;
const AFTER = 4;
/** How near to a joint no syllable ends a line. */
const NEAR = 3;

export type NameLanguage = 'de' | 'en' | 'es' | 'fr' | 'it' | 'pt' | 'ru';

/** Words, letters and endings that only a name in this language has. */
const signs: Record<NameLanguage, RegExp> = {
  de: /(^|\s)(f[üu]r|der|die|das|und|des|dem|gegen|zur|zum|deutsch\w*)(?=\s|$)|[äöüß]|\w{3}(ung|chts|schaft|schutz|schen|frauen|kinder|hilf|heit|keit|verband|verb[aä]nd|verein|[bz]und|zeit|arbeit|netzwerk|gruppe)/giu,
  en: /(^|\s)(of|the|and|for|on|against|with|rights?|women|human)(?=\s|$)|\w{3}(ship|ness|ing|ight|ths?)(?=\s|$)/giu,
  es: /(^|\s)(del|las?|los|el|y|por|para|derechos|mujeres|humanos)(?=\s|$)|ñ|(ción|dad|eros|ismos?)(?=\s|$)/giu,
  fr: /(^|\s)(du|des|les|la|le|et|pour|contre|droits?|femmes|aux?)(?=\s|$)|[dl][’'](?=\p{L})|[èêœëûîô]|(ique|eurs?|eux|aires?|elles?)(?=\s|$)/giu,
  it: /(^|\s)(dei|degli|delle?|della|gli|il|per|diritti|donne|di)(?=\s|$)|(zione|zioni|ità|ismo)(?=\s|$)/giu,
  pt: /(^|\s)(dos?|das?|pelos?|pelas?|e|direitos|mulheres|em)(?=\s|$)|[ãõ]|(ção|ções|dade)(?=\s|$)/giu,
  ru: /\p{sc=Cyrl}/gu,
};

/** Undefined where nothing in the name says it. */
export function languageOfName(name: string): NameLanguage | undefined {
  let best: NameLanguage | undefined;
  let most = 0;
  for (const [language, sign] of Object.entries(signs) as [NameLanguage, RegExp][]) {
    const count = name.match(sign)?.length ?? 0;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}

/** The name with a soft hyphen wherever a long word may break. */
export function hyphenated(name: string): string {
  const language = languageOfName(name);
  return name.replace(/[\p{sc=Latn}\p{sc=Cyrl}]+/gu, (word) =>
    word.length < LONG ? word : breaksOf(word, language).reduceRight(softHyphenAt, word),
  );
}

const softHyphenAt = (word: string, at: number) => word.slice(0, at) + SOFT_HYPHEN + word.slice(at);

/** The places of a word, in ascending order. Exported for its tests. */
export function breaksOf(word: string, language: NameLanguage | undefined): number[] {
  const lower = word.toLowerCase();
  // An abbreviation in capitals is no word.
  if (word === word.toUpperCase()) return [];
  const places =
    language === 'en' ? beforeEndings(lower) : atSyllables(lower, units[language ?? 'en']);
  const joints = language === 'de' ? germanJoints(lower) : [];
  return (
    [...new Set([...places, ...joints])]
      .filter((at) => at >= BEFORE && at <= word.length - AFTER)
      // A joint between two words wins over the syllables next to it: Rechts-institut, not Recht-sinstitut.
      .filter((at) => joints.includes(at) || !joints.some((joint) => Math.abs(joint - at) < NEAR))
      .sort((a, b) => a - b)
  );
}

/** English breaks by its endings and prefixes, which no rule of letters finds. */
function beforeEndings(word: string): number[] {
  const ending = /tion|sion|ment(?!i)|ness|ship|hood|less|bil(?=it)|tives?$|work|holder/gu;
  const prefix = /^(?:inter|counter|under|over|trans|multi|anti|non|super|micro|mid|sub|self)/u;
  const places = [...word.matchAll(ending)].map(({ index }) => index);
  const [first] = prefix.exec(word) ?? [];
  return first ? [first.length, ...places] : places;
}

/** Consonants that no hyphen divides. Elsewhere the last consonant before a vowel goes to the next line. */
const liquid = '[bcdfgkptv][lr]';
const romance = new RegExp(`^(?:${liquid}|ch|gn|ph|th|qu|gu|ll|rr|lh|nh|.)$`, 'u');
const units: Record<NameLanguage, RegExp> = {
  de: /^(?:sch|ch|ck|ph|th|qu|[bdfgkp]r|[bfgkp]l|tr|.)$/u,
  en: romance,
  es: romance,
  fr: romance,
  it: new RegExp(`^(?:s?(?:${liquid}|ch|gh|gn|gl|qu)|s[^s]|.)$`, 'u'),
  pt: romance,
  ru: /^.$/u,
};

const VOWELS = 'aeiouyäöüàâáãéèêëíìîïóòôõúùûœæåøıœаеёиоуыэюя';
/** The vowel before it, and the consonants before the next vowel. */
const clusters = new RegExp(`[${VOWELS}]([^${VOWELS}]+)(?=[${VOWELS}])`, 'gu');

function atSyllables(word: string, unit: RegExp): number[] {
  return [...word.matchAll(clusters)].map(({ 1: cluster = '', index }) => {
    // The longest end of the cluster that stays together.
    let from = Math.max(0, cluster.length - 3);
    while (from < cluster.length - 1 && !unit.test(cluster.slice(from))) from += 1;
    // Signs of softness belong to the consonant before them.
    while (/[ьъй]/u.test(cluster[from] ?? '')) from += 1;
    return from < cluster.length ? index + 1 + from : -1;
  });
}

/** Where a second word of a German compound begins with a vowel, so that no rule of letters finds it. */
function germanJoints(word: string): number[] {
  const second =
    /arbeit|amt|institut|organisation|initiative|einrichtung|akademie|allianz|ausschuss|anwält|anwalt|integration|information|entwicklung|opfer|eltern|umwelt|archiv|aktion|anstalt|inklusion|asyl/gu;
  return [...word.matchAll(second)].map(({ index }) => index);
}
