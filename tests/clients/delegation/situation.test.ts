import type { InscriptionKind, Phone } from '$kit/protocol';
import { type Fields, received } from '../../kit/received';
import { expect, test } from 'vitest';
import {
  DelegationSchema,
  InscriptionSchema,
  QuestionsSchema,
  RoomSchema,
  StatementSchema,
} from '$proto/room_pb';
import { SettingsSchema } from '$proto/table_pb';
import {
  barrierOf,
  delegationIdOf,
  fateOf,
  listState,
  notKept,
  turnsOf,
  type Seen,
} from '../../../clients/delegation/situation';

const minutes = (count: number) => count * 60_000;

/** A panellist with two minutes left, one who waits for five, and a question by Fiji. */
function seen(questions: Fields<typeof QuestionsSchema> = {}): Seen {
  const inscription = (id: string, kind: InscriptionKind, allotted: number) =>
    received(InscriptionSchema, {
      id,
      kind,
      delegationId: id,
      status: 'INSCRIPTION_STATUS_WAITING',
      allottedMs: minutes(allotted),
    });
  return {
    meeting: undefined,
    inscriptions: [
      inscription('cso', 'INSCRIPTION_KIND_PANEL_STATEMENT', 5),
      inscription('mission-fj', 'INSCRIPTION_KIND_QUESTION', 2),
      inscription('mission-pe', 'INSCRIPTION_KIND_QUESTION', 2),
    ],
    rounds: [],
    delegation: (id) => received(DelegationSchema, { id, standing: 'STANDING_PRESENT' }),
    statement: received(StatementSchema, { allottedMs: minutes(2) }),
    interrupted: undefined,
    hour: undefined,
    questions: received(QuestionsSchema, { open: true, ...questions }),
    settings: received(SettingsSchema, { rules: { questionMs: minutes(2), replyMs: minutes(1) } }),
    now: 1_000_000,
  };
}

const request = (
  id: string,
  delegationId: string,
  kind: InscriptionKind = 'INSCRIPTION_KIND_QUESTION',
) => ({ id, delegationId, kind });

test('an accepted question stands behind all who are called before it', () => {
  expect(
    turnsOf('mission-pe', [{ id: 'mission-pe', kind: 'INSCRIPTION_KIND_QUESTION' }], seen()),
  ).toEqual([
    {
      id: 'mission-pe',
      kind: 'INSCRIPTION_KIND_QUESTION',
      requested: false,
      before: 2,
      waitMs: 9 * 60_000,
      addressedTo: [],
      mine: true,
    },
  ]);
});

test('a request stands behind the list and behind those who asked first: 4th, 11 minutes', () => {
  const requests = [request('ask-7', 'mission-ke'), request('ask-9', 'mission-no')];
  expect(turnsOf('mission-ke', [], seen({ requests }))).toMatchObject([
    { id: 'ask-7', requested: true, before: 3, waitMs: 11 * 60_000, mine: false },
  ]);
  expect(
    turnsOf('mission-no', [{ id: 'ask-9', kind: 'INSCRIPTION_KIND_QUESTION' }], seen({ requests })),
  ).toMatchObject([{ id: 'ask-9', before: 4, waitMs: 13 * 60_000, mine: true }]);
});

test('a turn that is over is not listed', () => {
  const all = seen();
  const spoken = all.inscriptions.map((each) => ({
    ...each,
    status: 'INSCRIPTION_STATUS_SPOKEN' as const,
  }));
  expect(turnsOf('mission-pe', [], { ...all, inscriptions: spoken })).toEqual([]);
});

test('a declined request is reported, a kept one is not', () => {
  const requests = [request('ask-7', 'mission-ke')];
  const asked = ['ask-7', 'mission-fj', 'ask-8'].map((id) => ({
    id,
    kind: 'INSCRIPTION_KIND_QUESTION' as const,
  }));
  expect(notKept(asked, 'mission-ke', seen({ requests }))).toEqual([
    { id: 'ask-8', kind: 'INSCRIPTION_KIND_QUESTION' },
  ]);
});

test('a point of order that was heard was not declined', () => {
  const asked = [{ id: 'ask-8', kind: 'INSCRIPTION_KIND_POINT_OF_ORDER' as const }];
  const all = seen();
  const point = received(InscriptionSchema, {
    id: 'point-9',
    kind: 'INSCRIPTION_KIND_POINT_OF_ORDER',
    delegationId: 'mission-ke',
  });
  const heard = { ...all, inscriptions: [...all.inscriptions, point] };
  expect(notKept(asked, 'mission-ke', all)).toEqual(asked);
  expect(notKept(asked, 'mission-ke', heard)).toEqual([]);
  expect(notKept(asked, 'mission-no', heard)).toEqual(asked);
});

test('the State under Review takes the floor from its plate, all others as a Mission', () => {
  const plates = [
    received(DelegationSchema, {
      id: 'sur',
      kind: 'DELEGATION_KIND_STATE_UNDER_REVIEW',
      stateCode: 'CU',
    }),
    received(DelegationSchema, { id: 'cso', kind: 'DELEGATION_KIND_NATIONAL_CSO' }),
  ];
  expect(delegationIdOf('CU', plates)).toBe('sur');
  expect(delegationIdOf('FR', plates)).toBe('mission-fr');
  expect(delegationIdOf('FR', [])).toBe('mission-fr');
});

test('the list is closed, or closes at its time', () => {
  expect(listState(seen({ open: false }))).toEqual({ kind: 'closed' });
  expect(listState({ ...seen(), questions: undefined })).toEqual({ kind: 'closed' });
  expect(listState(seen({ closesAtUnixMs: 1_000_000 }))).toEqual({ kind: 'closed' });
  expect(listState(seen({ closesAtUnixMs: 1_000_001 }))).toEqual({
    kind: 'open',
    closesAtMs: 1_000_001,
    left: undefined,
  });
});

test('the list is full at its limit of questions; other kinds do not count', () => {
  const requests = [
    request('ask-7', 'mission-ke'),
    request('ask-8', 'mission-no', 'INSCRIPTION_KIND_RIGHT_OF_REPLY'),
  ];
  expect(listState(seen({ most: 5, requests }))).toMatchObject({ kind: 'open', left: 2 });
  expect(listState(seen({ most: 3, requests }))).toEqual({ kind: 'full', most: 3 });
});

test('a phone says why it may not ask', () => {
  const standing = (by: 'CODE' | 'CARD', phone?: Phone) => ({
    phone,
    room: received(RoomSchema, {
      plates: { delegations: [{ id: 'sur' }] },
      settings: { asking: { by: `ASKING_BY_${by}` } },
    }),
  });
  const phone = (state: 'WAITING' | 'SHUT_OUT' | 'ADMITTED'): Phone => ({
    device: 'phone-a',
    delegationId: 'mission-fr',
    standing: `PHONE_STANDING_${state}`,
  });
  expect(barrierOf(standing('CODE'), 'mission-fr', false)).toBeUndefined();
  expect(barrierOf(standing('CODE'), 'sur', false)).toBe('sur-card');
  expect(barrierOf(standing('CODE'), 'sur', true)).toBeUndefined();
  expect(barrierOf(standing('CARD'), 'mission-fr', false)).toBe('card-only');
  expect(barrierOf(standing('CARD'), 'mission-fr', true)).toBeUndefined();
  expect(barrierOf(standing('CODE', phone('WAITING')), 'mission-fr', false)).toBe(
    'awaits-approval',
  );
  expect(barrierOf(standing('CODE', phone('WAITING')), 'mission-ch', false)).toBeUndefined();
  expect(barrierOf(standing('CODE', phone('ADMITTED')), 'mission-fr', false)).toBeUndefined();
  expect(barrierOf(standing('CODE', phone('SHUT_OUT')), 'mission-fr', false)).toBe('shut-out');
  expect(barrierOf(standing('CARD', phone('SHUT_OUT')), 'mission-fr', true)).toBe('shut-out');
});

test('a request that is kept is sent once the phone may ask, in the same meeting and name only', () => {
  const kept = {
    meetingId: 'cuba',
    delegationId: 'mission-ke',
    kind: 'INSCRIPTION_KIND_QUESTION' as const,
    addressedTo: [],
  };
  const turns = turnsOf('mission-fj', [], seen());
  const now = { meetingId: 'cuba', delegationId: 'mission-ke', barrier: undefined, turns: [] };
  expect(fateOf(kept, now)).toBe('send');
  expect(fateOf(kept, { ...now, barrier: 'awaits-approval' })).toBe('waits');
  expect(fateOf(kept, { ...now, barrier: 'shut-out' })).toBe('lapsed');
  expect(fateOf(kept, { ...now, meetingId: 'bolivia' })).toBe('lapsed');
  expect(fateOf(kept, { ...now, delegationId: 'mission-no' })).toBe('lapsed');
  expect(fateOf(kept, { ...now, turns })).toBe('lapsed');
  expect(fateOf({ ...kept, kind: 'INSCRIPTION_KIND_RIGHT_OF_REPLY' }, { ...now, turns })).toBe(
    'send',
  );
});
