import type { Signal } from '$kit/protocol';
import { type Fields, received } from '../../kit/received';
import { expect, test } from 'vitest';
import { StatementSchema } from '$proto/room_pb';
import { SignalSchema } from '$proto/table_pb';
import { signalFor } from '../../../clients/speaker/signals';

const signal = (fields: Fields<typeof SignalSchema>) =>
  received(SignalSchema, {
    kind: 'SIGNAL_KIND_CONCLUDE',
    sentAtUnixMs: 10_000,
    untilUnixMs: 25_000,
    ...fields,
  });

const statement = received(StatementSchema, { delegationId: 'a', givenAtUnixMs: 5_000 });
const shown = (mine: string | undefined, ...signals: Signal[]) =>
  signalFor(mine, signals, statement, 20_000)?.id;

test('a signal to the speaker shows on the lectern and the speaker’s device', () => {
  expect(shown(undefined, signal({ id: '1' }))).toBe('1');
  expect(shown('a', signal({ id: '1' }))).toBe('1');
  expect(shown('b', signal({ id: '1' }))).toBeUndefined();
});

test('a signal to a delegation shows only on its device', () => {
  expect(shown('b', signal({ id: '1', delegationId: 'b' }))).toBe('1');
  expect(shown('a', signal({ id: '1', delegationId: 'b' }))).toBeUndefined();
  expect(shown(undefined, signal({ id: '1', delegationId: 'b' }))).toBeUndefined();
});

test('the newest signal is shown, and none to the chair', () => {
  const signals = [signal({ id: '1' }), signal({ id: '2', kind: 'SIGNAL_KIND_SLOW_DOWN' })];
  expect(
    shown('a', ...signals, signal({ id: '3', kind: 'SIGNAL_KIND_HERE', delegationId: 'a' })),
  ).toBe('2');
});

test('a signal expires', () => {
  expect(signalFor('a', [signal({})], statement, 24_999)).toBeDefined();
  expect(signalFor('a', [signal({})], statement, 25_000)).toBeUndefined();
});

test('a signal to the previous speaker is not shown to the next', () => {
  const next = received(StatementSchema, { delegationId: 'b', givenAtUnixMs: 10_001 });
  expect(signalFor(undefined, [signal({})], next, 20_000)).toBeUndefined();
  expect(signalFor(undefined, [signal({})], undefined, 20_000)).toBeUndefined();
});
