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

test('a phone vibrates when its statement turns amber and red', () => {
  expect(vibrationFor(at('plenty'), at('warning'))).toBe('warning');
  expect(vibrationFor(at('warning'), at('up'))).toBe('up');
});

test('it vibrates once for each phase, and not when time is added', () => {
  expect(vibrationFor(at('warning'), at('warning'))).toBeUndefined();
  expect(vibrationFor(at('up'), at('plenty'))).toBeUndefined();
});

test('it does not vibrate after a reload or for a new statement', () => {
  expect(vibrationFor(undefined, at('up'))).toBeUndefined();
  expect(vibrationFor(at('plenty', '1'), at('warning', '2'))).toBeUndefined();
});
