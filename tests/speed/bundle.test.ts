// The display is small enough for a poor network.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { bundleOf, weightOf } from './bundle.ts';

for (const language of readdirSync('clients/kit/languages'))
  test(`the display in ${language} weighs at most 60,000 bytes, compressed`, (t) => {
    const { gzip, brotli, raw, files } = weightOf('display', language);
    t.diagnostic(`${files} files, ${raw} bytes; gzip ${gzip}, brotli ${brotli}`);
    assert.ok(gzip <= 60_000, `${gzip} bytes`);
  });

test('what old browsers need costs the others at most 1,000 bytes a page', () => {
  const zipped = (text: string) => gzipSync(text, { level: 9 }).length;
  for (const page of ['display', 'chair', 'delegation', '.']) {
    const html = readFileSync(`build/web/${page}/index.html`, 'utf8');
    const [tag, start] = /<script defer src="([^"]+)"[^>]*><\/script>/.exec(html)!;
    const script = zipped(readFileSync(`build/web${start}`, 'utf8'));
    const bytes = script + zipped(html) - zipped(html.replace(tag, ''));
    assert.ok(bytes <= 1000, `${page}: ${bytes} bytes`);
  }
});

test('the words of a language are counted, and those of no other', () => {
  const english = bundleOf('display', 'en');
  const russian = bundleOf('display', 'ru');
  const more = russian.filter((file) => !english.includes(file));
  assert.deepEqual(more.map((file) => file.replace(/-[\w-]{8}\.js$/, '')).sort(), [
    '/assets/common',
    '/assets/display',
    '/assets/short_names',
  ]);
});
