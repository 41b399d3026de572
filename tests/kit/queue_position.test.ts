import type { InscriptionKind, InscriptionStatus } from '$kit/protocol';
import { type Fields, received } from './received';
import { expect, test } from 'vitest';
import {
  AnswerRoundSchema,
  DelegationSchema,
  InscriptionSchema,
  InterruptedSchema,
  MeetingSchema,
  RequestSchema,
  StatementSchema,
} from '$proto/room_pb';
import { HourSchema, SettingsSchema } from '$proto/table_pb';
import {
  queuePositionOf,
  queuePositionOfRequest,
  roundLeftMs,
  type ListView,
} from '$kit/queue_position';

const started = 1_523_430_000_000;

/** `sur` has the floor since `started`, with two minutes; four panellists wait, `b` is absent. */
function list(statuses: Partial<Record<string, InscriptionStatus>> = {}): ListView {
  const ids = ['sur', 'a', 'b', 'c', 'd'];
  const delegations = ids.map((id) =>
    received(DelegationSchema, {
      id,
      standing: id === 'b' ? 'STANDING_ABSENT' : 'STANDING_PRESENT',
    }),
  );
  return {
    meeting: received(MeetingSchema, { course: 'COURSE_OPEN' }),
    inscriptions: ids.map((id) =>
      received(InscriptionSchema, {
        id: `i-${id}`,
        delegationId: id,
        status:
          statuses[id] ??
          (id === 'sur' ? 'INSCRIPTION_STATUS_SPEAKING' : 'INSCRIPTION_STATUS_WAITING'),
        allottedMs: 300_000,
        addedMs: id === 'a' ? 60_000 : 0,
        spokenMs: id === 'c' ? 100_000 : 0,
      }),
    ),
    rounds: [],
    settings: received(SettingsSchema, { rules: { questionMs: 120_000, replyMs: 60_000 } }),
    delegation: (id) => delegations.find((delegation) => delegation.id === id),
    interrupted: undefined,
    hour: undefined,
    statement: received(StatementSchema, {
      inscriptionId: 'i-sur',
      delegationId: 'sur',
      allottedMs: 120_000,
      runningSinceUnixMs: started,
    }),
    now: started + 30_000,
  };
}

test('the delegation with the floor is speaking', () => {
  expect(queuePositionOf('sur', list())).toEqual({ kind: 'speaking' });
});

test('the next one waits for the time left to the speaker', () => {
  const place = queuePositionOf('a', list());
  expect(place).toMatchObject({ kind: 'waiting', before: [], waitMs: 90_000, ownMs: 360_000 });
});

test('those before count with their full time, the absent do not', () => {
  const place = queuePositionOf('d', list());
  expect(place).toMatchObject({ before: [{ id: 'i-a' }, { id: 'i-c' }] });
  expect(place).toMatchObject({ waitMs: 90_000 + 360_000 + 200_000 });
});

test('a speaker in overtime adds no waiting time', () => {
  expect(queuePositionOf('a', { ...list(), now: started + 500_000 })).toMatchObject({ waitMs: 0 });
});

test('before anybody speaks, only those before count', () => {
  const nobody = { ...list({ sur: 'INSCRIPTION_STATUS_DECLINED' }), statement: undefined };
  expect(queuePositionOf('c', nobody)).toMatchObject({ waitMs: 360_000 });
});

test('a delegation that spoke has its time, one that declined is declined', () => {
  expect(queuePositionOf('c', list({ c: 'INSCRIPTION_STATUS_SPOKEN' }))).toEqual({
    kind: 'spoken',
    spokenMs: 100_000,
  });
  expect(queuePositionOf('c', list({ c: 'INSCRIPTION_STATUS_DECLINED' }))).toEqual({
    kind: 'declined',
  });
});

test('an absent delegation is absent', () => {
  expect(queuePositionOf('b', list())).toEqual({ kind: 'absent' });
});

test('a delegation outside the list has no position', () => {
  expect(queuePositionOf('nobody', list())).toBeUndefined();
});

/** The list with another delegation. */
function standing(id: string, fields: Fields<typeof DelegationSchema>, seen = list()): ListView {
  const changed = received(DelegationSchema, { id, ...fields });
  return { ...seen, delegation: (whose) => (whose === id ? changed : seen.delegation(whose)) };
}

function more(inscription: Fields<typeof InscriptionSchema>, seen = list()): ListView {
  const added = received(InscriptionSchema, {
    status: 'INSCRIPTION_STATUS_WAITING',
    ...inscription,
  });
  return { ...seen, inscriptions: [...seen.inscriptions, added] };
}

test('an expected delegation is expected', () => {
  expect(queuePositionOf('a', standing('a', { standing: 'STANDING_EXPECTED' }))).toEqual({
    kind: 'expected',
  });
});

test('a statement read by another is the reader’s turn, and its owner sees the reader', () => {
  const seen = standing('b', { standing: 'STANDING_READ_BY', readerDelegationId: 'x' });
  expect(queuePositionOf('b', seen)).toEqual({ kind: 'read-by', readerId: 'x' });
  expect(queuePositionOf('x', seen)).toMatchObject({ kind: 'waiting', own: { id: 'i-b' } });
  const read = { ...seen, statement: received(StatementSchema, { inscriptionId: 'i-b' }) };
  expect(queuePositionOf('x', read)).toEqual({ kind: 'speaking' });
  expect(queuePositionOf('b', read)).toEqual({ kind: 'read-by', readerId: 'x' });
});

test('a silence for an empty chair is not a statement', () => {
  const statement = received(StatementSchema, { inscriptionId: 'i-b', silence: true });
  expect(queuePositionOf('b', { ...list(), statement })).toEqual({ kind: 'silence' });
});

test('an interrupted speaker keeps its time, and those after it wait for both', () => {
  const seen: ListView = {
    ...list({ sur: 'INSCRIPTION_STATUS_SPOKEN', a: 'INSCRIPTION_STATUS_INTERRUPTED' }),
    interrupted: received(InterruptedSchema, { inscriptionId: 'i-a', remainingMs: 192_000 }),
    statement: received(StatementSchema, {
      inscriptionId: 'ask-9',
      allottedMs: 120_000,
      elapsedBeforeMs: 20_000,
    }),
  };
  expect(queuePositionOf('a', seen)).toMatchObject({
    kind: 'interrupted',
    own: { id: 'i-a' },
    keepsMs: 192_000,
  });
  expect(queuePositionOf('c', seen)).toMatchObject({ kind: 'waiting', waitMs: 100_000 + 192_000 });
});

test('in a suspended meeting who had the floor keeps its turn', () => {
  const meeting = received(MeetingSchema, { course: 'COURSE_SUSPENDED' });
  expect(queuePositionOf('sur', { ...list(), meeting })).toMatchObject({
    kind: 'suspended',
    own: { id: 'i-sur' },
  });
});

test('a delegation that spoke and waits again is waiting', () => {
  const seen = more({ id: 'again', delegationId: 'a' }, list({ a: 'INSCRIPTION_STATUS_SPOKEN' }));
  expect(queuePositionOf('a', seen)).toMatchObject({ kind: 'waiting', own: { id: 'again' } });
});

test('the answers of a round share one budget', () => {
  const answer = { roundId: '4', kind: 'INSCRIPTION_KIND_ANSWER' as const, allottedMs: 240_000 };
  let seen = list({
    a: 'INSCRIPTION_STATUS_SPOKEN',
    c: 'INSCRIPTION_STATUS_SPOKEN',
    d: 'INSCRIPTION_STATUS_SPOKEN',
  });
  const round = { id: '4', leftMs: 200_000, waitingMs: 200_000 };
  seen = { ...seen, rounds: [received(AnswerRoundSchema, round)] };
  seen = more({ ...answer, id: 'one', delegationId: 'a' }, seen);
  seen = more({ ...answer, id: 'two', delegationId: 'c' }, seen);
  seen = more({ id: 'q', delegationId: 'd', allottedMs: 120_000 }, seen);
  expect(queuePositionOf('d', seen)).toMatchObject({ waitMs: 90_000 + 200_000 });
  expect(queuePositionOf('c', seen)).toMatchObject({ ownMs: 200_000 });

  const speaking = {
    ...seen,
    rounds: [received(AnswerRoundSchema, { id: '4', leftMs: 200_000 })],
    statement: received(StatementSchema, { inscriptionId: 'one', allottedMs: 150_000 }),
  };
  expect(queuePositionOf('d', speaking)).toMatchObject({ waitMs: 150_000 });
  expect(roundLeftMs('4', speaking)).toBe(150_000);
});

test('a request is after the list and earlier requests', () => {
  const kinds: InscriptionKind[] = [
    'INSCRIPTION_KIND_QUESTION',
    'INSCRIPTION_KIND_POINT_OF_ORDER',
    'INSCRIPTION_KIND_RIGHT_OF_REPLY',
    'INSCRIPTION_KIND_QUESTION',
    'INSCRIPTION_KIND_RIGHT_OF_REPLY',
  ];
  const requests = kinds.map((kind, at) => received(RequestSchema, { id: `ask-${at}`, kind }));
  const place = (at: number) => queuePositionOfRequest(requests[at]!, requests, list());
  const listed = 90_000 + 360_000 + 200_000 + 300_000;
  expect(place(0)).toEqual({ before: 3, waitMs: listed });
  // The point of order is heard at once, and the right of reply after the questions.
  expect(place(3)).toEqual({ before: 4, waitMs: listed + 120_000 });
  expect(place(4)).toEqual({ before: 6, waitMs: listed + 120_000 + 60_000 + 120_000 });
});

test('in a suspended or planned meeting the wait begins with the time until it goes on', () => {
  const hour = (ms: number) => received(HourSchema, { beginsAtUnixMs: ms });
  const seen = { ...list(), statement: undefined };
  const waitMs = (ms: number) => {
    const place = queuePositionOf('a', { ...seen, hour: hour(ms) });
    return place?.kind === 'waiting' ? place.waitMs : undefined;
  };
  expect(waitMs(0)).toBe(0);
  expect(waitMs(seen.now + 900_000)).toBe(900_000);
  expect(waitMs(seen.now - 60_000)).toBe(0);
});
