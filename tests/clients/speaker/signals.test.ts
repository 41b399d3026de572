import type { Signal } from '$kit/protocol';
import { type Fields, received } from '../../kit/received';
import { expect, test } from 'vitest';
import { StatementSchema } from '$proto/room_pb';
import { SignalSchema } from '$proto/table_pb';
import { signalFor } from '../../../clients/speaker/signals';

const signal = (told: Fields<typeof SignalSchema>) =>
  received(SignalSchema, {
    kind: 'SIGNAL_KIND_CONCLUDE',
    sentAtUnixMs: 10_000,
    untilUnixMs: 25_000,
    ...told,
  });

const statement = received(StatementSchema, { delegationId: 'a', givenAtUnixMs: 5_000 });
const shown = (mine: string | undefined, ...signals: Signal[]) =>
  signalFor(mine, signals, statement, 20_000)?.id;

test('the lectern and whoever has the floor see what is for whoever has the floor', () => {
  expect(shown(undefined, signal({ id: '1' }))).toBe('1');
  expect(shown('a', signal({ id: '1' }))).toBe('1');
  expect(shown('b', signal({ id: '1' }))).toBeUndefined();
});

test('a signal that names a delegation is for nobody else', () => {
  expect(shown('b', signal({ id: '1', delegationId: 'b' }))).toBe('1');
  expect(shown('a', signal({ id: '1', delegationId: 'b' }))).toBeUndefined();
  expect(shown(undefined, signal({ id: '1', delegationId: 'b' }))).toBeUndefined();
});

test('the newest is shown, and none that is for the chair', () => {
  const signals = [signal({ id: '1' }), signal({ id: '2', kind: 'SIGNAL_KIND_SLOW_DOWN' })];
  expect(
    shown('a', ...signals, signal({ id: '3', kind: 'SIGNAL_KIND_HERE', delegationId: 'a' })),
  ).toBe('2');
});

test('a signal clears itself', () => {
  expect(signalFor('a', [signal({})], statement, 24_999)).toBeDefined();
  expect(signalFor('a', [signal({})], statement, 25_000)).toBeUndefined();
});

test('what was for the speaker before does not fall on the next', () => {
  const next = received(StatementSchema, { delegationId: 'b', givenAtUnixMs: 10_001 });
  expect(signalFor(undefined, [signal({})], next, 20_000)).toBeUndefined();
  expect(signalFor(undefined, [signal({})], undefined, 20_000)).toBeUndefined();
});
