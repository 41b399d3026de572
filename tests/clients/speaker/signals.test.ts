import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { StatementSchema } from '$proto/room_pb';
import { SignalKind, SignalSchema, type Signal } from '$proto/table_pb';
import { signalFor } from '../../../clients/speaker/signals';

const { CONCLUDE, SLOW_DOWN, HERE } = SignalKind;

const signal = (told: MessageInitShape<typeof SignalSchema>) =>
  create(SignalSchema, {
    kind: CONCLUDE,
    sentAtUnixMs: 10_000n,
    untilUnixMs: 25_000n,
    ...told,
  });

const statement = create(StatementSchema, { delegationId: 'a', givenAtUnixMs: 5_000n });
const shown = (mine: string | undefined, ...signals: Signal[]) =>
  signalFor(mine, signals, statement, 20_000)?.id;

test('the lectern and whoever has the floor see what is for whoever has the floor', () => {
  expect(shown(undefined, signal({ id: 1n }))).toBe(1n);
  expect(shown('a', signal({ id: 1n }))).toBe(1n);
  expect(shown('b', signal({ id: 1n }))).toBeUndefined();
});

test('a signal that names a delegation is for nobody else', () => {
  expect(shown('b', signal({ id: 1n, delegationId: 'b' }))).toBe(1n);
  expect(shown('a', signal({ id: 1n, delegationId: 'b' }))).toBeUndefined();
  expect(shown(undefined, signal({ id: 1n, delegationId: 'b' }))).toBeUndefined();
});

test('the newest is shown, and none that is for the chair', () => {
  const signals = [signal({ id: 1n }), signal({ id: 2n, kind: SLOW_DOWN })];
  expect(shown('a', ...signals, signal({ id: 3n, kind: HERE, delegationId: 'a' }))).toBe(2n);
});

test('a signal clears itself', () => {
  expect(signalFor('a', [signal({})], statement, 24_999)).toBeDefined();
  expect(signalFor('a', [signal({})], statement, 25_000)).toBeUndefined();
});

test('what was for the speaker before does not fall on the next', () => {
  const next = create(StatementSchema, { delegationId: 'b', givenAtUnixMs: 10_001n });
  expect(signalFor(undefined, [signal({})], next, 20_000)).toBeUndefined();
  expect(signalFor(undefined, [signal({})], undefined, 20_000)).toBeUndefined();
});
