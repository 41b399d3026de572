import { expect, test } from 'vitest';
import type { AlikeScreens } from '$kit/protocol';
import { reaches, seenScreens, showMode, showNotice, showSignal } from '$kit/screens';
import { AlikeScreensSchema } from '$proto/live_pb';
import { type Fields, received } from './received';

const alike = (...each: Fields<typeof AlikeScreensSchema>[]): AlikeScreens[] =>
  each.map((fields) => received(AlikeScreensSchema, fields));

const lectern = {
  role: 'ROLE_SPEAKER',
  count: 1,
  shows: { visible: true, signalId: '8' },
} as const;
const phone = {
  role: 'ROLE_SPEAKER',
  count: 1,
  shows: { visible: true, delegationId: 'women', signalId: '8', noticeId: '6' },
} as const;

test('screens are counted by what they are, and not while they are in the background', () => {
  const screens = alike(
    { role: 'ROLE_DISPLAY', count: 2, shows: { visible: true } },
    { role: 'ROLE_DISPLAY', count: 1, shows: { visible: false } },
    { role: 'ROLE_DISPLAY', count: 4 },
    lectern,
    phone,
  );
  expect(seenScreens(screens, 'ROLE_DISPLAY')).toBe(6);
  expect(seenScreens(screens, 'ROLE_SPEAKER')).toBe(1);
  expect(seenScreens(screens, 'ROLE_SPEAKER', true)).toBe(1);
  expect(seenScreens(screens, 'ROLE_INTERPRETER')).toBe(0);
});

test('a speaker is reached at a lectern or on the phone of their own plate', () => {
  expect(reaches(alike(lectern), 'women')).toBe(true);
  expect(reaches(alike(phone), 'women')).toBe(true);
  expect(reaches(alike(phone), 'food')).toBe(false);
  expect(reaches(alike({ ...lectern, shows: { visible: false } }), 'women')).toBe(false);
  expect(reaches([], 'women')).toBe(false);
});

test('what is confirmed was shown: only by screens that say so', () => {
  const screens = alike(lectern, phone, { role: 'ROLE_SPEAKER', count: 1 });
  expect(showSignal(screens, '8')).toBe(2);
  expect(showSignal(screens, '9')).toBe(0);
  expect(showNotice(screens, '6')).toBe(1);
  const dark = { visible: true, display: 'DISPLAY_MODE_BLACKOUT' } as const;
  const displays = alike({ role: 'ROLE_DISPLAY', count: 3, shows: dark });
  expect(showMode(displays, 'DISPLAY_MODE_BLACKOUT')).toBe(3);
  expect(showMode(displays, 'DISPLAY_MODE_AUTOMATIC')).toBe(0);
  const hidden = alike({ role: 'ROLE_DISPLAY', count: 3, shows: { ...dark, visible: false } });
  expect(showMode(hidden, 'DISPLAY_MODE_BLACKOUT')).toBe(0);
});
