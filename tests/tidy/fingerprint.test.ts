// cmake/fingerprint.cmake, which ties a snapshot to one version of the rules.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../cmake/fingerprint.cmake', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'rostrum-fingerprint-'));
after(() => rmSync(folder, { recursive: true }));

function fingerprintOf(...contents: string[]): string {
  const files = contents.map((_, i) => join(folder, `${i}.hpp`));
  files.forEach((file, i) => writeFileSync(file, contents[i]!));
  const [template, output] = [join(folder, 'format.in'), join(folder, 'format')];
  writeFileSync(template, '0x@FINGERPRINT@');
  const named = [`FILES=${files.join(';')}`, `TEMPLATE=${template}`, `OUTPUT=${output}`];
  execFileSync('cmake', [...named.flatMap((name) => ['-D', name]), '-P', script]);
  return readFileSync(output, 'utf8').trim();
}

const turn = 'struct Turn { Instant from; Instant to; };';

test('the same sources have the same fingerprint, a positive number of 64 bits', () => {
  assert.match(fingerprintOf(turn, 'apply'), /^0x[0-9a-f]{15}$/);
  assert.equal(fingerprintOf(turn, 'apply'), fingerprintOf(turn, 'apply'));
});

test('two fields of one type that change places change the fingerprint', () => {
  const swapped = 'struct Turn { Instant to; Instant from; };';
  assert.notEqual(fingerprintOf(swapped, 'apply'), fingerprintOf(turn, 'apply'));
});

test('a change in the last source changes the fingerprint', () => {
  assert.notEqual(fingerprintOf(turn, 'apply otherwise'), fingerprintOf(turn, 'apply'));
});
