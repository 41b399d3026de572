// The display is small enough for a poor network.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { bundleOf, weightOf } from './bundle.ts';

for (const language of readdirSync('clients/kit/languages'))
  test(`the display in ${language} weighs at most 60,000 bytes, compressed`, (t) => {
    const { gzip, brotli, raw, files } = weightOf('display', language);
    t.diagnostic(`${files} files, ${raw} bytes; gzip ${gzip}, brotli ${brotli}`);
    assert.ok(gzip <= 60_000, `${gzip} bytes`);
  });

test('the words of a language are counted, and those of no other', () => {
  const english = bundleOf('display', 'en');
  const russian = bundleOf('display', 'ru');
  const more = russian.filter((file) => !english.includes(file));
  assert.deepEqual(
    more.map((file) => file.replace(/-[\w-]{8}\.js$/, '')),
    ['/assets/common', '/assets/display', '/assets/short_names'],
  );
});
