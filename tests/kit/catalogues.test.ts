import { expect, test } from 'vitest';
import type { Message } from '$kit/i18n/format';
import { languages } from '$kit/i18n/languages';
import { catalogueFaults, type Folder } from './catalogues';

/** Every folder with a file named after a language, wherever a screen keeps it. */
const folders = new Map<string, Folder>();
const files = import.meta.glob<{ default: Record<string, Message> }>(
  ['/clients/**/*.json', '/display/**/*.json'],
  { eager: true },
);
for (const [path, { default: messages }] of Object.entries(files)) {
  const [, folder, name] = /^\/(.*)\/([^/]+)\.json$/.exec(path)!;
  if (!/^[a-z]{2}$/.test(name!)) continue;
  folders.set(folder!, { ...folders.get(folder!), [name!]: messages });
}

test('the catalogues are found', () => {
  expect([...folders.keys()]).toEqual(
    expect.arrayContaining(['clients/chair/i18n', 'clients/kit/i18n/common', 'display/i18n']),
  );
});

test.each([...folders])('%s is whole in every language', (_, folder) => {
  expect(catalogueFaults(folder)).toEqual([]);
});

/** A folder without a fault, but for what is put in its place. */
function folderWith(faulty: Record<string, Record<string, Message>>): Folder {
  const whole: Folder = {
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
  const languagesOf = [...new Set([...languages, ...Object.keys(faulty)])];
  return Object.fromEntries(
    languagesOf.map((language) => [language, { ...whole[language], ...faulty[language] }]),
  );
}

test('a whole folder has no fault', () => {
  expect(catalogueFaults(folderWith({}))).toEqual([]);
});

test('a language that is missing is named, and one that is none', () => {
  const { ru: _, ...folder } = folderWith({ xx: {} });
  expect(catalogueFaults(folder)).toEqual([
    'xx: not a language of the screens',
    'ru: no catalogue',
  ]);
});

test('a key too few, too many or out of its place is named', () => {
  const { next, wait } = folderWith({}).fr!;
  const of = (fr: Folder[string]) => catalogueFaults({ ...folderWith({}), fr });
  expect(of({ next: next! })).toEqual(['fr: wait is missing']);
  expect(of({ next: next!, wait: wait!, more: 'Plus' })).toEqual(['fr: more is not in English']);
  expect(of({ wait: wait!, next: next! })).toEqual([
    'fr: the keys are in another order than in English',
  ]);
});

test('a message that is empty, left in English or without a letter of its own is named', () => {
  const of = (language: string, next: string) =>
    catalogueFaults(folderWith({ [language]: { next } }));
  expect(of('fr', 'Next: {who}')).toEqual(['fr: next is English: Next: {who}']);
  expect(of('ru', 'Suivant: {who}')).toEqual(['ru: next has no letter of its language']);
  expect(of('zh', ' ')).toEqual([
    'zh: next has the params [], and English [{who}]',
    'zh: next is empty',
  ]);
});

test('a param that another language does not have is named', () => {
  expect(catalogueFaults(folderWith({ es: { next: 'Siguiente: {quien}' } }))).toEqual([
    'es: next has the params [{quien}], and English [{who}]',
  ]);
});

test('a plural without all its forms is named', () => {
  const of = (wait: Message) => catalogueFaults(folderWith({ ru: { wait } }));
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
