import { expect, test } from 'vitest';
import { hyphenated, languageOfName } from '../../display/hyphenation';

const shown = (name: string) => hyphenated(name).replace(/\u00ad/g, '-');

test('a name says its language by its small words, letters and endings', () => {
  expect(languageOfName('Antidiskriminierungsverband Deutschland')).toBe('de');
  expect(languageOfName('Bund für Umwelt und Naturschutz')).toBe('de');
  expect(languageOfName('Alliance for the Rights of the Child')).toBe('en');
  expect(languageOfName('Ligue des droits de l’Homme')).toBe('fr');
  expect(languageOfName('Comisión de Derechos Humanos del Estado')).toBe('es');
  expect(languageOfName('Associação dos Direitos das Mulheres')).toBe('pt');
  expect(languageOfName('Unione forense per i diritti della persona')).toBe('it');
  expect(languageOfName('Комитет солдатских матерей')).toBe('ru');
  expect(languageOfName('Amnesty')).toBeUndefined();
});

test('a long German word breaks at its syllables, and at the joint before a vowel', () => {
  expect(shown('Antidiskriminierungsverband Deutschland')).toBe(
    'Antidis-kri-mi-nie-rungs-ver-band Deutschland',
  );
  expect(shown('Deutsches Menschenrechtsinstitut')).toBe('Deutsches Menschen-rechts-ins-titut');
  expect(shown('Frauenrechtsorganisation: Gewaltschutz')).toBe(
    'Frauen-rechts-orga-ni-sa-tion: Gewalt-schutz',
  );
  expect(shown('Gefangenenhilfsorganisation: Untersuchungshaft')).toBe(
    'Gefan-ge-nen-hilfs-orga-ni-sa-tion: Unter-su-chungs-haft',
  );
  expect(shown('Flüchtlingsorganisation')).toBe('Flücht-lings-orga-ni-sa-tion');
  expect(shown('Landesarbeitsgemeinschaft')).toBe('Landes-arbeits-ge-mein-schaft');
});

test('a long English word breaks before its endings and after its prefix', () => {
  expect(shown('Network for the Discrimination and Environmental Accountability')).toBe(
    'Network for the Discrimina-tion and Environ-mental Accounta-bility',
  );
  expect(shown('The International Organisations')).toBe('The Inter-na-tional Organisa-tions');
});

test('a long French, Spanish or Portuguese word breaks before the last consonant', () => {
  expect(shown('Association des administrateurs')).toBe('Association des adminis-tra-teurs');
  expect(shown('Los afrodescendientes')).toBe('Los afrodes-cen-dientes');
  expect(shown('Direitos das desenvolvimentistas')).toBe('Direitos das desen-vol-vi-men-tistas');
});

test('a long Russian word breaks, and a sign of softness stays with its consonant', () => {
  expect(shown('Правозащитный')).toBe('Право-за-щитный');
  expect(shown('Общественно-консультативный')).not.toMatch(/-[ьъй]/u);
});

test('short words, abbreviations and other scripts stay whole', () => {
  for (const name of [
    'National CSO: right to food',
    'COORDINADORANACIONAL',
    'المفوضية السامية لحقوق',
    '人权事务高级专员办事处联合国全称名字',
  ])
    expect(hyphenated(name)).toBe(name);
});
