import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages, type Language } from '$kit/i18n/languages';
import { fetchShortNames } from '$kit/short_names';
import { stateName } from '$kit/state_name';
import { fetchWrittenStates, findStates, memberStates, observerStates, rollOf } from '$kit/states';
import cases from '../cases/names_of_states.json';
import writtenNames from '$kit/states/written.json';

await Promise.all([...languages.map(fetchShortNames), fetchWrittenStates()]);

test.each([
  ['RU', 'Russian Federation', 'Fédération de Russie', 'Federación de Rusia'],
  ['TR', 'Türkiye', 'Türkiye', 'Türkiye'],
  ['CZ', 'Czechia', 'Tchéquie', 'Chequia'],
  ['KR', 'Republic of Korea', 'République de Corée', 'República de Corea'],
  ['VN', 'Viet Nam', 'Viet Nam', 'Viet Nam'],
  ['SZ', 'Eswatini', 'Eswatini', 'Eswatini'],
  ['CV', 'Cabo Verde', 'Cabo Verde', 'Cabo Verde'],
  ['BY', 'Belarus', 'Bélarus', 'Belarús'],
  ['CI', 'Côte d’Ivoire', 'Côte d’Ivoire', 'Côte d’Ivoire'],
  ['PS', 'State of Palestine', 'État de Palestine', 'Estado de Palestina'],
  ['CU', 'Cuba', 'Cuba', 'Cuba'],
  ['DE', 'Germany', 'Allemagne', 'Alemania'],
  ['BF', 'Burkina Faso', 'Burkina Faso', 'Burkina Faso'],
  ['DJ', 'Djibouti', 'Djibouti', 'Djibouti'],
  ['UZ', 'Uzbekistan', 'Ouzbékistan', 'Uzbekistán'],
])('%s is named in the form of the United Nations', (code, en, fr, es) => {
  const state = { code, name: 'as received' };
  expect([stateName(state, 'en'), stateName(state, 'fr'), stateName(state, 'es')]).toEqual([
    en,
    fr,
    es,
  ]);
});

test('a State with an unknown code keeps its name', () => {
  expect(stateName({ code: 'QQ', name: 'A State' }, 'fr')).toBe('A State');
  expect(stateName({ code: '', name: 'A State' }, 'en')).toBe('A State');
  expect(stateName({ code: 'not a code', name: 'A State' }, 'en')).toBe('A State');
});

test.each([
  ['RU', 'الاتحاد الروسي', '俄罗斯联邦', 'Российская Федерация'],
  ['CI', 'كوت ديفوار', '科特迪瓦', 'Кот-д’Ивуар'],
  [
    'KP',
    'جمهورية كوريا الشعبية الديمقراطية',
    '朝鲜民主主义人民共和国',
    'Корейская Народно-Демократическая Республика',
  ],
  ['LU', 'لكسمبرغ', '卢森堡', 'Люксембург'],
  ['TL', 'تيمور - ليشتي', '东帝汶', 'Тимор-Лешти'],
  ['ZA', 'جنوب أفريقيا', '南非', 'Южная Африка'],
  ['VA', 'الكرسي الرسولي', '罗马教廷', 'Святой Престол'],
  ['PS', 'دولة فلسطين', '巴勒斯坦国', 'Государство Палестина'],
  ['CU', 'كوبا', '古巴', 'Куба'],
])('%s is named as the United Nations do in Arabic, Chinese and Russian', (code, ar, zh, ru) => {
  const state = { code, name: 'as received' };
  expect([stateName(state, 'ar'), stateName(state, 'zh'), stateName(state, 'ru')]).toEqual([
    ar,
    zh,
    ru,
  ]);
});

describe('the roll', () => {
  const codes = [...memberStates, ...observerStates];

  test('has the 193 Member States and the two observer States, each once', () => {
    expect([memberStates.length, observerStates]).toEqual([193, ['PS', 'VA']]);
    expect(new Set(codes).size).toBe(195);
    expect([...memberStates].sort()).toEqual(memberStates);
  });

  test('has no other State', () => {
    const others = ['TW', 'XK', 'HK', 'MO', 'EH', 'CK', 'NU', 'EU', 'UN', 'PR', 'GL', 'AX', 'XX'];
    expect(others.filter((code) => codes.includes(code))).toEqual([]);
  });

  test.each([...languages])('names every State in %s, without duplicates', (language) => {
    const roll = rollOf(language);
    expect(roll.map(({ code }) => code).sort()).toEqual([...codes].sort());
    expect(roll.filter(({ code, name }) => name === code)).toEqual([]);
    expect(new Set(roll.map(({ name }) => name)).size).toBe(195);
  });

  test.each<[Language, string[], string]>([
    ['en', ['Afghanistan', 'Albania', 'Algeria'], 'Zimbabwe'],
    ['fr', ['Afghanistan', 'Afrique du Sud', 'Albanie'], 'Zimbabwe'],
    ['es', ['Afganistán', 'Albania', 'Alemania'], 'Zimbabwe'],
    ['ar', ['آيسلندا', 'إثيوبيا', 'أذربيجان'], 'هولندا (مملكة -)'],
    ['zh', ['阿尔巴尼亚', '阿尔及利亚', '阿富汗'], '中国'],
    ['ru', ['Австралия', 'Австрия', 'Азербайджан'], 'Япония'],
  ])('is in the order of the language: %s', (language, first, last) => {
    const names = rollOf(language).map(({ name }) => name);
    expect([names.slice(0, 3), names.at(-1)]).toEqual([first, last]);
  });

  test('matches the table of the server, with names', () => {
    const source = readFileSync('server/floor/states.cpp', 'utf8');
    const rows = [...source.matchAll(/\{"([A-Z]{2})", "([^"]+)"\}/g)];
    const here = [...rollOf('en')].sort((a, b) => (a.code < b.code ? -1 : 1));
    expect(rows.map(([, code, name]) => ({ code, name }))).toEqual(here);
  });
});

describe('the names that people write', () => {
  test('are of one State each, and are no code of another', () => {
    const plain = (name: string) =>
      name
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[^\p{L}]+/gu, ' ')
        .trim()
        .toLowerCase();
    const of = new Map<string, string>();
    for (const [code, names] of Object.entries(writtenNames))
      for (const name of new Set(names.map(plain))) {
        expect(of.get(name) ?? code, name).toBe(code);
        of.set(name, code);
        const another = name.length === 2 && memberStates.includes(name.toUpperCase());
        expect(another && name.toUpperCase() !== code, name).toBe(false);
      }
  });

  test('include the official ones of all languages, for the server that knows no other', () => {
    const written: Record<string, string[]> = writtenNames;
    for (const language of languages) {
      const path = `clients/kit/languages/${language}/short_names.json`;
      const official = JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
      const plain = (name: string) =>
        name
          .normalize('NFKD')
          .replace(/[^\p{L}]/gu, '')
          .toLowerCase();
      for (const [code, name] of Object.entries(official))
        expect(written[code]?.map(plain), name).toContain(plain(name));
    }
  });
});

describe('a State is found', () => {
  const found = (query: string, language: Language = 'en') =>
    findStates(query, language).map(({ code }) => code);

  test('by the beginning of its name, without accents', () => {
    expect(found('viet')).toEqual(['VN']);
    expect(found("cote d'ivoire")).toEqual(['CI']);
    expect(found('TURKIYE')).toEqual(['TR']);
    expect(found('etat de palestine', 'fr')).toEqual(['PS']);
  });

  test('by its code, before any name', () => {
    expect(found('ch')[0]).toBe('CH');
    expect(found('VA', 'fr')[0]).toBe('VA');
  });

  test('by a word in it, and by a part of it, in this order', () => {
    expect(found('republic of').slice(0, 7)).toEqual(['KR', 'MD', 'KP', 'CD', 'IR', 'TZ', 'VE']);
    expect(found('guinea')).toEqual(['GN', 'GW', 'GQ', 'PG']);
  });

  test('by three letters as the beginning of a name, before the code that they are', () => {
    // Morocco is MAR, and begins so in French.
    expect(found('mar').slice(0, 5)).toEqual(['MH', 'MA', 'SM', 'DK', 'MM']);
    expect(found('mar', 'fr').slice(0, 2)).toEqual(['MA', 'MH']);
    expect(found('uk').slice(0, 2)).toEqual(['GB', 'UA']);
    for (const [letters, code] of ['USA US', 'UAE AE', 'DRC CD', 'CAR CF'].map((one) =>
      one.split(' '),
    ))
      expect(found(letters!)[0]).toBe(code);
  });

  test('by its name in everyday use', () => {
    expect(found('laos')).toEqual(['LA']);
    expect(found('north korea')).toEqual(['KP']);
    expect(found('Birmanie', 'fr')).toEqual(['MM']);
  });

  test('in every script', () => {
    expect(found('عراق', 'ar')).toEqual(['IQ']);
    expect(found('اثيوبيا', 'ar')).toEqual(['ET']);
    expect(found('尼日', 'zh')).toEqual(['NE', 'NG']);
    expect(found('коре', 'ru')).toEqual(['KP', 'KR']);
  });

  const { '': none, ...ofStates } = cases;
  test.each(Object.entries(ofStates).flatMap(([code, names]) => names.map((name) => [name, code])))(
    'first by what people write: %s, in whatever language the page is',
    (query, code) => {
      for (const language of languages) {
        // Three letters that begin the name of another State: Chequia.
        const isSecond = query === 'CHE' && language === 'es';
        expect(found(query, language)[isSecond ? 1 : 0]).toBe(code);
      }
    },
  );
  test.each(none.filter((name) => !/^(Korea|Republic|Northern Ireland)$/.test(name)))(
    'not by what is none, or several: %s',
    (query) => {
      for (const language of languages) expect(found(query, language)).toEqual([]);
    },
  );

  test('as soon as what people write begins', () => {
    expect(found('st k')).toEqual(['KN']);
    expect(found('swazi')).toEqual(['SZ']);
  });

  test('or not at all', () => {
    expect(found('taiwan')).toEqual([]);
    expect(found('---')).toEqual(found(''));
    expect(found('')).toHaveLength(195);
  });
});
