import { beforeAll, expect, test, vi } from 'vitest';

let tremblesFor: typeof import('$kit/vibration.svelte').tremblesFor;
beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('navigator', {});
  ({ tremblesFor } = await import('$kit/vibration.svelte'));
});

const at = (phase: 'plenty' | 'warning' | 'up', statementId = '1') => ({
  statementId,
  phase,
  running: true,
});

test('a phone trembles as its statement turns amber, and as it turns red', () => {
  expect(tremblesFor(at('plenty'), at('warning'))).toBe('warning');
  expect(tremblesFor(at('warning'), at('up'))).toBe('up');
});

test('once for each, and not when time is added', () => {
  expect(tremblesFor(at('warning'), at('warning'))).toBeUndefined();
  expect(tremblesFor(at('up'), at('plenty'))).toBeUndefined();
});

test('not for what it has not seen coming: a reload, another statement', () => {
  expect(tremblesFor(undefined, at('up'))).toBeUndefined();
  expect(tremblesFor(at('plenty', '1'), at('warning', '2'))).toBeUndefined();
});
