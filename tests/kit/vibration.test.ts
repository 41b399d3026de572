import { beforeAll, expect, test, vi } from 'vitest';

let vibrationFor: typeof import('$kit/vibration.svelte').vibrationFor;
beforeAll(async () => {
  vi.stubGlobal('localStorage', { getItem: () => null });
  vi.stubGlobal('navigator', {});
  ({ vibrationFor } = await import('$kit/vibration.svelte'));
});

const at = (phase: 'plenty' | 'warning' | 'up', statementId = '1') => ({
  statementId,
  phase,
  running: true,
});

test('a phone trembles as its statement turns amber, and as it turns red', () => {
  expect(vibrationFor(at('plenty'), at('warning'))).toBe('warning');
  expect(vibrationFor(at('warning'), at('up'))).toBe('up');
});

test('once for each, and not when time is added', () => {
  expect(vibrationFor(at('warning'), at('warning'))).toBeUndefined();
  expect(vibrationFor(at('up'), at('plenty'))).toBeUndefined();
});

test('not for what it has not seen coming: a reload, another statement', () => {
  expect(vibrationFor(undefined, at('up'))).toBeUndefined();
  expect(vibrationFor(at('plenty', '1'), at('warning', '2'))).toBeUndefined();
});
