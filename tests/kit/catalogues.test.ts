import { expect, test } from 'vitest';
import type { Message } from '$kit/i18n/format';
import { languages } from '$kit/i18n/languages';
import { catalogueFaults, type Catalogues } from './catalogues';

/** Only names that differ from the platform's. */
const files = import.meta.glob<Record<string, Message>>(
  ['/clients/kit/languages/*/*.json', '!**/short_names.json'],
  { eager: true, import: 'default' },
);
const alike: Record<string, string[]> = {};
for (const [path, lines] of Object.entries(
  import.meta.glob<string>('/clients/kit/languages/*/same_as_english.txt', {
    eager: true,
    import: 'default',
    query: 'raw',
  }),
))
  alike[path.split('/').at(-2)!] = lines.trim().split('\n');

const all = new Map<string, Catalogues>();
for (const [path, messages] of Object.entries(files)) {
  const [language, file] = path.split('/').slice(-2);
  all.set(file!, { ...all.get(file!), [language!]: messages });
}

test.each([...all])('%s is complete in every language', (_, catalogues) => {
  expect(catalogueFaults(catalogues, languages, alike)).toEqual([]);
});

/** Digits may follow it. */
const nameAfterTatweel = /ـ\{(?!count\})/;

test('no Arabic prefix runs into a name', () => {
  const joined = [...all].flatMap(([file, { ar = {} }]) =>
    Object.entries(ar)
      .filter(([, message]) => nameAfterTatweel.test(JSON.stringify(message)))
      .map(([key]) => `${file}: ${key}`),
  );
  expect(joined).toEqual([]);
});

test('each language has its names of States', () => {
  const paths = Object.keys(import.meta.glob('/clients/kit/languages/*/short_names.json'));
  expect(paths.map((path) => path.split('/').at(-2)).sort()).toEqual([...languages].sort());
});

test('every catalogue is fetched in the languages of the one that is imported', () => {
  const sources = import.meta.glob<string>(['/clients/**/*.ts', '/display/**/*.ts'], {
    eager: true,
    import: 'default',
    query: 'raw',
  });
  const said = Object.values(sources).flatMap((source) => {
    const [, name] = /glob\(\['.*languages\/\*\/(\w+)\.json', '!/.exec(source) ?? [];
    return name ? [{ name, english: /languages\/en\/(\w+)\.json/.exec(source)?.[1] }] : [];
  });
  expect(said.map(({ name }) => `${name}.json`).sort()).toEqual(
    [...all.keys(), 'short_names.json'].sort(),
  );
  for (const { name, english } of said) expect(english).toBe(name);
});

const six = ['en', 'fr', 'es', 'ar', 'zh', 'ru'];

/** Catalogues without a fault, except the given part. */
function cataloguesWith(faulty: Catalogues): Catalogues {
  const whole: Catalogues = {
    en: { next: 'Next: {who}', wait: { one: '{count} minute', other: '{count} minutes' } },
    fr: {
      next: 'Suivant : {who}',
      wait: { one: '{count} minute ici', other: '{count} minutes ici' },
    },
    es: { next: 'Siguiente: {who}', wait: { one: '{count} minuto', other: '{count} minutos' } },
    ar: {
      next: 'التالي: {who}',
      wait: {
        zero: 'الآن',
        one: 'دقيقة واحدة',
        two: 'دقيقتان',
        few: '{count} دقائق',
        many: '{count} دقيقة',
        other: '{count} دقيقة',
      },
    },
    zh: { next: '下一位：{who}', wait: { other: '{count} 分钟' } },
    ru: {
      next: 'Следующий: {who}',
      wait: {
        one: '{count} минута',
        few: '{count} минуты',
        many: '{count} минут',
        other: '{count} минуты',
      },
    },
  };
  return Object.fromEntries(
    [...new Set([...six, ...Object.keys(faulty)])].map((language) => [
      language,
      { ...whole[language], ...faulty[language] },
    ]),
  );
}

test('complete catalogues have no fault', () => {
  expect(catalogueFaults(cataloguesWith({}), six)).toEqual([]);
});

test('a missing language and an unknown one are reported', () => {
  const { ru: _, ...catalogues } = cataloguesWith({ xx: {} });
  expect(catalogueFaults(catalogues, six)).toEqual([
    'xx: not a language of the screens',
    'ru: no catalogue',
  ]);
});

test('a missing, extra or misplaced key is reported', () => {
  const { next, wait } = cataloguesWith({}).fr!;
  const of = (fr: Catalogues[string]) => catalogueFaults({ ...cataloguesWith({}), fr }, six);
  expect(of({ next: next! })).toEqual(['fr: wait is missing']);
  expect(of({ next: next!, wait: wait!, more: 'Plus' })).toEqual(['fr: more is not in English']);
  expect(of({ wait: wait!, next: next! })).toEqual([
    'fr: the keys are in another order than in English',
  ]);
});

test('an empty or untranslated message is reported', () => {
  const of = (language: string, next: string) =>
    catalogueFaults(cataloguesWith({ [language]: { next } }), six);
  expect(of('fr', 'Next: {who}')).toEqual(['fr: next is English: Next: {who}']);
  expect(of('ru', 'Suivant: {who}')).toEqual(['ru: next has no letter of its language']);
  expect(of('zh', ' ')).toEqual([
    'zh: next has the params [], and English [{who}]',
    'zh: next is empty',
  ]);
});

test('a differing parameter is reported', () => {
  expect(catalogueFaults(cataloguesWith({ es: { next: 'Siguiente: {quien}' } }), six)).toEqual([
    'es: next has the params [{quien}], and English [{who}]',
  ]);
});

test('an incomplete plural is reported', () => {
  const of = (wait: Message) => catalogueFaults(cataloguesWith({ ru: { wait } }), six);
  expect(of({ one: '{count} минута', many: '{count} минут', other: '{count} минуты' })).toEqual([
    'ru: wait has no form «few»',
  ]);
  expect(of('{count} минут')).toEqual(['ru: wait has no plural, and English has']);
  const typo = {
    one: '{count} минута',
    few: '{count} минуты',
    many: '{count} минут',
    other: '{count} минуты',
    to: '{count} минуты',
  };
  expect(of(typo)).toEqual(['ru: wait has a form «to» that is none']);
});
