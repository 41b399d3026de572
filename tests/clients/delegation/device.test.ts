import { expect, test } from 'vitest';
import { deviceName } from '../../../clients/delegation/device';

/** A phone's storage. */
function storage(held = new Map<string, string>()) {
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  };
}

const chance = (bytes: Uint8Array<ArrayBuffer>) => bytes.fill(0xa7).fill(0x0b, 0, 1);

test('a phone chooses a random name once, and keeps it', () => {
  const phone = storage();
  expect(deviceName(phone, chance)).toBe('phone-0ba7a7a7a7a7a7a7');
  expect(deviceName(phone, (bytes) => bytes.fill(1))).toBe('phone-0ba7a7a7a7a7a7a7');
});

test('an invalid saved name is replaced', () => {
  const phone = storage(new Map([['rostrum.phone', 'phone-of-somebody']]));
  expect(deviceName(phone, chance)).toBe('phone-0ba7a7a7a7a7a7a7');
});

test('a phone without storage still has a name', () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(deviceName(full, chance)).toBe('phone-0ba7a7a7a7a7a7a7');
});
