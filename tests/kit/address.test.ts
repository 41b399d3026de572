import { expect, test } from 'vitest';
import { readAddress, writeAddress } from '$kit/address';

test('a screen is addressed by room and token', () => {
  expect(readAddress('#room=xxvii&token=ABC')).toEqual({
    room: 'xxvii',
    token: 'ABC',
    lang: undefined,
    lang2: undefined,
    device: '',
    scene: '',
    mirror: '',
    count: '',
    flash: '',
  });
});

test('an address can hold languages and a device', () => {
  const { lang, lang2, device } = readAddress(
    '#lang=fr&lang2=ar&device=Chair%27s+tablet&room=xx&token=T',
  );
  expect([lang, lang2]).toEqual(['fr', 'ar']);
  expect(device).toBe("Chair's tablet");
});

test('a device name is cut to 64 characters', () => {
  expect(readAddress(`#device=${'é'.repeat(100)}`).device).toBe('é'.repeat(64));
});

test('an empty fragment opens nothing', () => {
  expect(readAddress('')).toMatchObject({ room: '', token: '' });
});

test('a written address reads back the same', () => {
  expect(writeAddress('xxvii', 'A B&C')).toBe('#room=xxvii&token=A+B%26C');
  expect(readAddress(writeAddress('xxvii', 'A B&C'))).toMatchObject({ token: 'A B&C' });
});
