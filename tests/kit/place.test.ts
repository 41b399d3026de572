import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import {
  AnswerRoundSchema,
  DelegationSchema,
  InscriptionKind,
  InscriptionSchema,
  InscriptionStatus,
  InterruptedSchema,
  RequestSchema,
  Standing,
  StatementSchema,
} from '$proto/room_pb';
import { placeOf, placeOfRequest, roundLeftMs, type ListAsSeen } from '$kit/place';

const started = 1_523_430_000_000;
const { WAITING, SPEAKING, SPOKEN, DECLINED } = InscriptionStatus;

/** `sur` has the floor since `started`, with two minutes; four panellists wait, `b` is absent. */
function list(statuses: Partial<Record<string, InscriptionStatus>> = {}): ListAsSeen {
  const ids = ['sur', 'a', 'b', 'c', 'd'];
  const delegations = ids.map((id) =>
    create(DelegationSchema, { id, standing: id === 'b' ? Standing.ABSENT : Standing.PRESENT }),
  );
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
    rounds: [],
    delegation: (id) => delegations.find((delegation) => delegation.id === id),
    interrupted: undefined,
    statement: create(StatementSchema, {
      inscriptionId: 'i-sur',
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

/** The same list, with what is told put in its place. */
function standing(
  id: string,
  told: MessageInitShape<typeof DelegationSchema>,
  seen = list(),
): ListAsSeen {
  const changed = create(DelegationSchema, { id, ...told });
  return { ...seen, delegation: (whose) => (whose === id ? changed : seen.delegation(whose)) };
}

function more(inscription: MessageInitShape<typeof InscriptionSchema>, seen = list()): ListAsSeen {
  const added = create(InscriptionSchema, { status: WAITING, ...inscription });
  return { ...seen, inscriptions: [...seen.inscriptions, added] };
}

test('who is not here yet is told that it is expected', () => {
  expect(placeOf('a', standing('a', { standing: Standing.EXPECTED }))).toEqual({
    kind: 'expected',
  });
});

test('a statement that another reads is that one’s turn, and its owner knows who reads', () => {
  const seen = standing('b', { standing: Standing.READ_BY, readerDelegationId: 'x' });
  expect(placeOf('b', seen)).toEqual({ kind: 'read-by', readerId: 'x' });
  expect(placeOf('x', seen)).toMatchObject({ kind: 'waiting', own: { id: 'i-b' } });
  const read = { ...seen, statement: create(StatementSchema, { inscriptionId: 'i-b' }) };
  expect(placeOf('x', read)).toEqual({ kind: 'speaking' });
  expect(placeOf('b', read)).toEqual({ kind: 'read-by', readerId: 'x' });
});

test('a silence for an empty chair is no statement of its delegation', () => {
  const statement = create(StatementSchema, { inscriptionId: 'i-b', silence: true });
  expect(placeOf('b', { ...list(), statement })).toEqual({ kind: 'silence' });
});

test('who was interrupted keeps its time, and those after it wait for both', () => {
  const seen: ListAsSeen = {
    ...list({ sur: SPOKEN, a: InscriptionStatus.INTERRUPTED }),
    interrupted: create(InterruptedSchema, { inscriptionId: 'i-a', remainingMs: 192_000n }),
    statement: create(StatementSchema, {
      inscriptionId: 'ask-9',
      allottedMs: 120_000n,
      elapsedBeforeMs: 20_000n,
    }),
  };
  expect(placeOf('a', seen)).toEqual({ kind: 'interrupted', keepsMs: 192_000 });
  expect(placeOf('c', seen)).toMatchObject({ kind: 'waiting', waitMs: 100_000 + 192_000 });
});

test('who has spoken and waits again is waiting', () => {
  const seen = more({ id: 'again', delegationId: 'a' }, list({ a: SPOKEN }));
  expect(placeOf('a', seen)).toMatchObject({ kind: 'waiting', own: { id: 'again' } });
});

test('a round of answers takes one budget, however many answer', () => {
  const answer = { roundId: 4n, kind: InscriptionKind.ANSWER, allottedMs: 240_000n };
  let seen = list({ a: SPOKEN, c: SPOKEN, d: SPOKEN });
  seen = {
    ...seen,
    rounds: [create(AnswerRoundSchema, { id: 4n, leftMs: 200_000n, waitingMs: 200_000n })],
  };
  seen = more({ ...answer, id: 'one', delegationId: 'a' }, seen);
  seen = more({ ...answer, id: 'two', delegationId: 'c' }, seen);
  seen = more({ id: 'q', delegationId: 'd', allottedMs: 120_000n }, seen);
  expect(placeOf('d', seen)).toMatchObject({ waitMs: 90_000 + 200_000 });
  expect(placeOf('c', seen)).toMatchObject({ ownMs: 200_000 });

  const speaking = {
    ...seen,
    rounds: [create(AnswerRoundSchema, { id: 4n, leftMs: 200_000n })],
    statement: create(StatementSchema, { inscriptionId: 'one', allottedMs: 150_000n }),
  };
  expect(placeOf('d', speaking)).toMatchObject({ waitMs: 150_000 });
  expect(roundLeftMs(4n, speaking)).toBe(150_000);
});

const { QUESTION, RIGHT_OF_REPLY, POINT_OF_ORDER } = InscriptionKind;
const rules = { questionMs: 120_000n, replyMs: 60_000n };

test('a request stands after the list and after those who asked before', () => {
  const requests = [QUESTION, POINT_OF_ORDER, RIGHT_OF_REPLY, QUESTION, RIGHT_OF_REPLY].map(
    (kind, at) => create(RequestSchema, { id: `ask-${at}`, kind }),
  );
  const place = (at: number) => placeOfRequest(requests[at]!, requests, rules, list());
  const listed = 90_000 + 360_000 + 200_000 + 300_000;
  expect(place(0)).toEqual({ before: 3, waitMs: listed });
  // The point of order is heard at once, and the right of reply after the questions.
  expect(place(3)).toEqual({ before: 4, waitMs: listed + 120_000 });
  expect(place(4)).toEqual({ before: 6, waitMs: listed + 120_000 + 60_000 + 120_000 });
});
