import { create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import {
  DelegationSchema,
  InscriptionSchema,
  InscriptionStatus,
  Standing,
  StatementSchema,
} from '$proto/room_pb';
import { placeOf, type ListAsSeen } from '../../../clients/speaker/place';

const started = 1_523_430_000_000;
const { WAITING, SPEAKING, SPOKEN, DECLINED } = InscriptionStatus;

/** `sur` has the floor since `started`, with two minutes; four panellists wait, `b` is absent. */
function list(statuses: Partial<Record<string, InscriptionStatus>> = {}): ListAsSeen {
  const ids = ['sur', 'a', 'b', 'c', 'd'];
  return {
    inscriptions: ids.map((id) =>
      create(InscriptionSchema, {
        id: `i-${id}`,
        delegationId: id,
        status: statuses[id] ?? (id === 'sur' ? SPEAKING : WAITING),
        allottedMs: 300_000n,
        addedMs: id === 'a' ? 60_000n : 0n,
        spokenMs: id === 'c' ? 100_000n : 0n,
      }),
    ),
    delegations: ids.map((id) =>
      create(DelegationSchema, { id, standing: id === 'b' ? Standing.ABSENT : Standing.PRESENT }),
    ),
    statement: create(StatementSchema, {
      delegationId: 'sur',
      allottedMs: 120_000n,
      runningSinceUnixMs: BigInt(started),
    }),
    now: started + 30_000,
  };
}

test('who has the floor is speaking', () => {
  expect(placeOf('sur', list())).toEqual({ kind: 'speaking' });
});

test('who is next waits for what the speaker has left', () => {
  const place = placeOf('a', list());
  expect(place).toMatchObject({ kind: 'waiting', before: [], waitMs: 90_000, ownMs: 360_000 });
});

test('those before count with their whole time, the absent and their time do not', () => {
  const place = placeOf('d', list());
  expect(place).toMatchObject({ before: [{ id: 'i-a' }, { id: 'i-c' }] });
  expect(place).toMatchObject({ waitMs: 90_000 + 360_000 + 200_000 });
});

test('a speaker in overtime keeps nobody waiting longer than now', () => {
  expect(placeOf('a', { ...list(), now: started + 500_000 })).toMatchObject({ waitMs: 0 });
});

test('before anybody speaks, only those before are waited for', () => {
  const nobody = { ...list({ sur: DECLINED }), statement: undefined };
  expect(placeOf('c', nobody)).toMatchObject({ waitMs: 360_000 });
});

test('who has spoken is told for how long, and who declined that it did', () => {
  expect(placeOf('c', list({ c: SPOKEN }))).toEqual({ kind: 'spoken', spokenMs: 100_000 });
  expect(placeOf('c', list({ c: DECLINED }))).toEqual({ kind: 'declined' });
});

test('the absent are told so', () => {
  expect(placeOf('b', list())).toEqual({ kind: 'absent' });
});

test('who is not on the list has no place', () => {
  expect(placeOf('nobody', list())).toBeUndefined();
});
