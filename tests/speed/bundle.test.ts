// The display is small enough for a poor network.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleOf, weightOf } from './bundle.ts';

for (const language of ['en', 'fr', 'es', 'ar', 'zh', 'ru'])
  test(`the display in ${language} weighs at most 60,000 bytes, compressed`, (t) => {
    const { gzip, brotli, raw, files } = weightOf('display', language);
    t.diagnostic(`${files} files, ${raw} bytes; gzip ${gzip}, brotli ${brotli}`);
    assert.ok(gzip <= 60_000, `${gzip} bytes`);
  });

test('the words of a language are counted, and those of no other', () => {
  const english = bundleOf('display', 'en');
  const russian = bundleOf('display', 'ru');
  const more = russian.filter((file) => !english.includes(file));
  assert.equal(more.length, 3);
  for (const file of more) assert.match(file, /^\/assets\/ru-/);
});
