import { create, type MessageInitShape } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import {
  DelegationKind,
  DelegationSchema,
  InscriptionKind,
  InscriptionSchema,
  InscriptionStatus,
  QuestionsSchema,
  Standing,
  StatementSchema,
} from '$proto/room_pb';
import { RulesSchema } from '$proto/table_pb';
import {
  delegationIdOf,
  listState,
  notKept,
  turnsOf,
  type Seen,
} from '../../../clients/delegation/situation';

const { QUESTION, RIGHT_OF_REPLY, POINT_OF_ORDER, PANEL_STATEMENT } = InscriptionKind;
const { WAITING, SPOKEN } = InscriptionStatus;
const minutes = (count: number) => BigInt(count * 60_000);

/** A panellist with two minutes left, one who waits for five, and a question by Fiji. */
function seen(questions: MessageInitShape<typeof QuestionsSchema> = {}): Seen {
  const inscription = (id: string, kind: InscriptionKind, allotted: number) =>
    create(InscriptionSchema, {
      id,
      kind,
      delegationId: id,
      status: WAITING,
      allottedMs: minutes(allotted),
    });
  return {
    inscriptions: [
      inscription('cso', PANEL_STATEMENT, 5),
      inscription('mission-fj', QUESTION, 2),
      inscription('mission-pe', QUESTION, 2),
    ],
    rounds: [],
    delegation: (id) => create(DelegationSchema, { id, standing: Standing.PRESENT }),
    statement: create(StatementSchema, { allottedMs: minutes(2) }),
    interrupted: undefined,
    questions: create(QuestionsSchema, { open: true, ...questions }),
    rules: create(RulesSchema, { questionMs: minutes(2), replyMs: minutes(1) }),
    now: 1_000_000,
  };
}

const request = (id: string, delegationId: string, kind = QUESTION) => ({ id, delegationId, kind });

test('an accepted question stands behind all who are called before it', () => {
  expect(turnsOf('mission-pe', [{ id: 'mission-pe', kind: QUESTION }], seen())).toEqual([
    {
      id: 'mission-pe',
      kind: QUESTION,
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
    turnsOf('mission-no', [{ id: 'ask-9', kind: QUESTION }], seen({ requests })),
  ).toMatchObject([{ id: 'ask-9', before: 4, waitMs: 13 * 60_000, mine: true }]);
});

test('what has had its turn is no turn to come', () => {
  const all = seen();
  const spoken = all.inscriptions.map((each) => ({ ...each, status: SPOKEN }));
  expect(turnsOf('mission-pe', [], { ...all, inscriptions: spoken })).toEqual([]);
});

test('what the chair declined is told, what is kept is not', () => {
  const requests = [request('ask-7', 'mission-ke')];
  const asked = ['ask-7', 'mission-fj', 'ask-8'].map((id) => ({ id, kind: QUESTION }));
  expect(notKept(asked, 'mission-ke', seen({ requests }))).toEqual([
    { id: 'ask-8', kind: QUESTION },
  ]);
});

test('a point of order that was heard was kept', () => {
  const asked = [{ id: 'ask-8', kind: POINT_OF_ORDER }];
  const all = seen();
  const point = create(InscriptionSchema, {
    id: 'point-9',
    kind: POINT_OF_ORDER,
    delegationId: 'mission-ke',
  });
  const heard = { ...all, inscriptions: [...all.inscriptions, point] };
  expect(notKept(asked, 'mission-ke', all)).toEqual(asked);
  expect(notKept(asked, 'mission-ke', heard)).toEqual([]);
  expect(notKept(asked, 'mission-no', heard)).toEqual(asked);
});

test('the State under Review takes the floor from its plate, all others as a Mission', () => {
  const plates = [
    create(DelegationSchema, {
      id: 'sur',
      kind: DelegationKind.STATE_UNDER_REVIEW,
      stateCode: 'CU',
    }),
    create(DelegationSchema, { id: 'cso', kind: DelegationKind.NATIONAL_CSO }),
  ];
  expect(delegationIdOf('CU', plates)).toBe('sur');
  expect(delegationIdOf('FR', plates)).toBe('mission-fr');
  expect(delegationIdOf('FR', [])).toBe('mission-fr');
});

test('the list is closed, or closes at its time', () => {
  expect(listState(seen({ open: false }))).toEqual({ kind: 'closed' });
  expect(listState({ ...seen(), questions: undefined })).toEqual({ kind: 'closed' });
  expect(listState(seen({ closesAtUnixMs: 1_000_000n }))).toEqual({ kind: 'closed' });
  expect(listState(seen({ closesAtUnixMs: 1_000_001n }))).toEqual({
    kind: 'open',
    closesAtMs: 1_000_001,
    left: undefined,
  });
});

test('the list is full when as many questions were asked as it takes, others not counted', () => {
  const requests = [request('ask-7', 'mission-ke'), request('ask-8', 'mission-no', RIGHT_OF_REPLY)];
  expect(listState(seen({ most: 5, requests }))).toMatchObject({ kind: 'open', left: 2 });
  expect(listState(seen({ most: 3, requests }))).toEqual({ kind: 'full', most: 3 });
});
