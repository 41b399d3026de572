import { expect, test, vi } from 'vitest';
import { deviceName } from '../../../clients/delegation/device';

/** A phone that remembers this, or takes nothing. */
function phone(held: Map<string, string> | undefined) {
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => held?.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (!held) throw new Error('full');
      held.set(key, value);
    },
    removeItem: (key: string) => void held?.delete(key),
  });
}

const chance = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(0xa7).fill(0x0b, 0, 1);

test('a phone chooses a random name once, and keeps it', () => {
  phone(new Map());
  expect(deviceName(chance)).toBe('phone-0ba7a7a7a7a7a7a7');
  expect(deviceName((bytes) => bytes.fill(1))).toBe('phone-0ba7a7a7a7a7a7a7');
});

test('an invalid saved name is replaced', () => {
  phone(new Map([['rostrum.phone', 'phone-of-somebody']]));
  expect(deviceName(chance)).toBe('phone-0ba7a7a7a7a7a7a7');
});

test('a phone without storage keeps its name as long as its page', () => {
  phone(undefined);
  expect(deviceName(chance)).toBe('phone-0ba7a7a7a7a7a7a7');
  expect(deviceName((bytes) => bytes.fill(1))).toBe('phone-0ba7a7a7a7a7a7a7');
});
