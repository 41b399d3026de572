import { beforeEach, expect, test, vi } from 'vitest';

const en = { closed: 'Closed', next: 'Next: {who}' };
const others: Record<string, typeof en> = {
  fr: { closed: 'Levée', next: 'Suivant : {who}' },
  es: { closed: 'Levantada', next: 'Siguiente: {who}' },
  ar: { closed: 'مرفوعة', next: 'التالي: {who}' },
  zh: { closed: '已结束', next: '下一位：{who}' },
};
const noNetwork = () => Promise.reject(new Error('no network'));
const files = Object.fromEntries(
  ['fr', 'es', 'ar', 'zh', 'ru'].map((language) => [
    `../languages/${language}/meeting.json`,
    others[language] ? () => Promise.resolve({ default: others[language] }) : noNetwork,
  ]),
);

const saved = new Map<string, string>();
const page = { lang: '', dir: '' };

/** The words of a page that just opened. */
async function open(address: { lang?: string; lang2?: string }) {
  vi.resetModules();
  const kit = await import('$kit/i18n/words.svelte');
  const t = kit.words(en, files);
  await kit.startLanguage({ lang: address.lang, lang2: address.lang2 });
  return { ...kit, t };
}

beforeEach(() => {
  saved.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => saved.get(key) ?? null,
    setItem: (key: string, value: string) => saved.set(key, value),
    removeItem: (key: string) => saved.delete(key),
  });
  vi.stubGlobal('navigator', { languages: ['en'] });
  vi.stubGlobal('document', { documentElement: page });
});

test('a screen shows one language by default', async () => {
  const { t, secondLanguage } = await open({ lang: 'fr' });
  expect(t('closed')).toBe('Levée');
  expect(t.second('closed')).toBeUndefined();
  expect(secondLanguage()).toBeUndefined();
});

test('the address sets a second language', async () => {
  const { t, secondLanguage } = await open({ lang: 'en', lang2: 'fr-CH' });
  expect([t('closed'), t.second('closed')]).toEqual(['Closed', 'Levée']);
  expect(t.second('next', { who: 'Cuba' })).toBe('Suivant\u202f: Cuba');
  expect(secondLanguage()).toBe('fr');
  expect(page).toEqual({ lang: 'en', dir: 'ltr', translate: false });
});

test('the second language is saved until an empty one is set', async () => {
  await open({ lang: 'en', lang2: 'es' });
  expect((await open({ lang: 'en' })).t.second('closed')).toBe('Levantada');
  expect((await open({ lang: 'en', lang2: '' })).t.second('closed')).toBeUndefined();
  expect((await open({ lang: 'en' })).t.second('closed')).toBeUndefined();
});

test('a second language equal to the first is ignored', async () => {
  const { t, secondLanguage, speak } = await open({ lang: 'en', lang2: 'en' });
  expect([t.second('closed'), secondLanguage()]).toEqual([undefined, undefined]);
  await speak('ar');
  expect([t('closed'), t.second('closed'), secondLanguage()]).toEqual(['مرفوعة', 'Closed', 'en']);
  expect(page).toEqual({ lang: 'ar', dir: 'rtl', translate: false });
});

test('a page whose words cannot be fetched stays in English', async () => {
  const { t, language } = await open({ lang: 'ru' });
  expect([t('closed'), language()]).toEqual(['Closed', 'en']);
});
