import { type Fields, received } from '../../kit/received';
import { expect, test } from 'vitest';
import { SignalSchema } from '$proto/table_pb';
import { standingOf } from '../../../clients/interpreter/slow_down';

const signal = (fields: Fields<typeof SignalSchema>) =>
  received(SignalSchema, {
    kind: 'SIGNAL_KIND_SLOW_DOWN',
    from: 'ROLE_INTERPRETER',
    untilUnixMs: 25_000,
    ...fields,
  });

test('after a tap the button is locked for five seconds', () => {
  expect(standingOf([], 0, 20_000)).toBe('ready');
  expect(standingOf([], 10_000, 14_999)).toBe('locked');
  expect(standingOf([], 10_000, 15_000)).toBe('ready');
});

test('a signal on the speaker’s screen is seen until it expires, from any booth', () => {
  expect(standingOf([signal({})], 0, 24_999)).toBe('seen');
  expect(standingOf([signal({})], 0, 25_000)).toBe('ready');
});

test('a signal of the chair does not count', () => {
  expect(standingOf([signal({ from: 'ROLE_CHAIR' })], 0, 20_000)).toBe('ready');
  expect(standingOf([signal({ kind: 'SIGNAL_KIND_CONCLUDE' })], 0, 20_000)).toBe('ready');
});

test('a signal that no screen of the speaker’s shows is unseen, once one would have had the time', () => {
  const sent = [signal({ id: '8', sentAtUnixMs: 10_000 })];
  const nowhere = () => false;
  expect(standingOf(sent, 10_000, 11_999, nowhere)).toBe('locked');
  expect(standingOf(sent, 10_000, 12_000, nowhere)).toBe('unseen');
  expect(standingOf(sent, 10_000, 12_000, (id) => id === '8')).toBe('seen');
});
