import { expect, test } from 'vitest';
import { stateName } from '$kit/states';

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
  const state = { code, name: 'as told' };
  expect([stateName(state, 'en'), stateName(state, 'fr'), stateName(state, 'es')]).toEqual([
    en,
    fr,
    es,
  ]);
});

test('a code that says nothing leaves the name as it was told', () => {
  expect(stateName({ code: 'QQ', name: 'A State' }, 'fr')).toBe('A State');
  expect(stateName({ code: '', name: 'A State' }, 'en')).toBe('A State');
  expect(stateName({ code: 'not a code', name: 'A State' }, 'en')).toBe('A State');
});
