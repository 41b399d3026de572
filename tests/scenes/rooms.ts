// Rooms in every state that a display may receive.
import { create, type MessageInitShape } from '@bufbuild/protobuf';
import {
  Course,
  DelegationKind,
  InscriptionKind,
  InscriptionStatus,
  RoomSchema,
  Ruling,
  Standing,
  TurnSchema,
  type Room,
  type Turn,
} from '$proto/room_pb';
import { DisplayMode } from '$proto/table_pb';

type Init = Exclude<MessageInitShape<typeof RoomSchema>, Room>;
type Plate = NonNullable<
  NonNullable<Extract<Init['plates'], { delegations?: unknown }>>['delegations']
>[number];

/** The server's clock as each room is sent: 11 April 2018, 09:20 in Geneva. */
export const T0 = Date.UTC(2018, 3, 11, 7, 20);
const MINUTE = 60_000;

export const longest =
  'Coalition of national organisations for the rights of migrant workers and their families';

export const panel: Plate[] = [
  { id: 'sur', kind: DelegationKind.STATE_UNDER_REVIEW, title: 'Cuba', stateCode: 'CU' },
  {
    id: 'food',
    kind: DelegationKind.NATIONAL_CSO,
    title: 'National CSO: right to food',
    subject: 'Right to food',
  },
  {
    id: 'media',
    kind: DelegationKind.NATIONAL_CSO,
    title: 'National CSO: media freedom',
    subject: 'Freedom of expression',
    standing: Standing.ABSENT,
    absenceReason: 'Prevented from travelling',
  },
  {
    id: 'women',
    kind: DelegationKind.INTERNATIONAL_CSO,
    title: 'International CSO: women’s rights',
  },
  { id: 'nhri', kind: DelegationKind.NHRI, title: 'National human rights institution' },
].map((plate) => ({ standing: Standing.PRESENT, ...plate }));

const roll: Plate[] = [
  { id: 'moderator', kind: DelegationKind.MODERATOR, title: 'Moderator' },
  { id: 'mission-nl', kind: DelegationKind.MISSION, title: 'Netherlands', stateCode: 'NL' },
  {
    id: 'mission-bo',
    kind: DelegationKind.MISSION,
    title: 'Bolivia (Plurinational State of)',
    stateCode: 'BO',
  },
].map((plate) => ({ standing: Standing.PRESENT, ...plate }));

export function entry(id: string, kind: InscriptionKind, status: InscriptionStatus, more = {}) {
  return { id: `i-${id}`, delegationId: id, kind, status, allottedMs: 360_000n, ...more };
}
const { SPOKEN, SPEAKING, WAITING, INTERRUPTED } = InscriptionStatus;
const { SUR_STATEMENT, PANEL_STATEMENT } = InscriptionKind;

export const statements = [
  entry('sur', SUR_STATEMENT, SPOKEN),
  entry('food', PANEL_STATEMENT, SPEAKING),
  entry('media', PANEL_STATEMENT, WAITING),
  entry('women', PANEL_STATEMENT, WAITING),
  entry('nhri', PANEL_STATEMENT, WAITING),
];

/** Of somebody who has the floor since so long. */
export function statement(of: string, elapsedMs: number, more = {}) {
  return {
    statement: {
      id: 7n,
      inscriptionId: `i-${of}`,
      delegationId: of,
      allottedMs: 360_000n,
      warningMs: 60_000n,
      givenAtUnixMs: BigInt(T0 - elapsedMs),
      runningSinceUnixMs: BigInt(T0 - elapsedMs),
      ...more,
    },
  };
}

export function room(course: Course, changes: Init = {}): Room {
  const at = (minutes: number) => BigInt(T0 + minutes * MINUTE);
  return create(RoomSchema, {
    agenda: {
      roomName: 'Room XXVII',
      timeZone: 'Europe/Zurich',
      currentMeetingId: 'cuba',
      meetings: [
        {
          id: 'cuba',
          course,
          state: { code: 'CU', name: 'Cuba' },
          startsAtUnixMs: at(-20),
          endsAtUnixMs: at(40),
        },
        {
          id: 'bolivia',
          course: Course.PLANNED,
          state: { code: 'BO', name: 'Bolivia (Plurinational State of)' },
          startsAtUnixMs: at(55),
          endsAtUnixMs: at(115),
        },
      ],
    },
    meeting: {
      id: 'cuba',
      course,
      state: { code: 'CU', name: 'Cuba' },
      startsAtUnixMs: at(-20),
      endsAtUnixMs: at(40),
    },
    plates: { delegations: panel },
    roll: { delegations: roll },
    list: { inscriptions: statements, nextInscriptionId: 'i-women' },
    floor: {},
    noticeBoard: {},
    questions: { open: true },
    hour: { dueAtUnixMs: at(40), questionMs: 120_000n },
    settings: { display: DisplayMode.AUTOMATIC },
    ...changes,
  });
}

export const asked = (id: string, kind: InscriptionKind, more = {}) => ({
  list: {
    inscriptions: [
      ...statements.map((one) => ({ ...one, status: SPOKEN })),
      entry(id, kind, SPEAKING, { id: 'asked', ...more }),
    ],
  },
  floor: statement(id, 70_000, {
    inscriptionId: 'asked',
    allottedMs: 120_000n,
    warningMs: 30_000n,
  }),
});

const answers = {
  list: {
    inscriptions: [
      entry('mission-nl', InscriptionKind.QUESTION, SPOKEN),
      entry('food', InscriptionKind.ANSWER, SPOKEN, { id: 'a-1', roundId: 1n }),
      entry('women', InscriptionKind.ANSWER, SPEAKING, { roundId: 1n }),
      entry('nhri', InscriptionKind.ANSWER, WAITING, { roundId: 1n }),
    ],
    nextInscriptionId: 'i-nhri',
    rounds: [{ id: 1n, budgetMs: 300_000n, leftMs: 200_000n }],
  },
  floor: statement('women', 30_000, { allottedMs: 200_000n }),
};

/** Who spoke until now, one after another, for the picture of the hour. */
export function turnsOf({ list, floor }: Room): Turn[] {
  const until = floor?.statement?.givenAtUnixMs ?? BigInt(T0);
  const spoken = (list?.inscriptions ?? []).filter(({ status }) => status === SPOKEN);
  return spoken.map(({ id, spokenMs }, index) => {
    const fromUnixMs = until - BigInt(spoken.length - index) * 200_000n;
    const toUnixMs = fromUnixMs + 200_000n;
    return create(TurnSchema, { inscriptionId: id, fromUnixMs, toUnixMs, spokenMs });
  });
}

function withTurns(of: Room): Room {
  if (of.meeting) of.meeting.turns = turnsOf(of);
  return of;
}

const forty: Plate[] = Array.from({ length: 40 }, (_, i) => ({
  id: `p-${i}`,
  kind: DelegationKind.NATIONAL_CSO,
  title: i % 7 === 3 ? `National CSO: right to adequate housing ${i}` : `National CSO ${i}`,
  standing: i % 11 === 5 ? Standing.ABSENT : Standing.PRESENT,
}));

export const withPlate = (id: string, more: Plate) => ({
  delegations: panel.map((plate) => (plate.id === id ? { ...plate, ...more } : plate)),
});

const bolivia = {
  id: 'bolivia',
  course: Course.PLANNED,
  state: { code: 'BO', name: 'Bolivia (Plurinational State of)' },
  startsAtUnixMs: BigInt(T0 + 15 * MINUTE),
};

export const rooms: Record<string, Room> = {
  before: room(Course.PLANNED, {
    meeting: {
      id: 'bolivia',
      course: Course.PLANNED,
      state: { code: 'BO', name: 'Bolivia (Plurinational State of)' },
      startsAtUnixMs: BigInt(T0 + 55 * MINUTE),
    },
  }),
  between: room(Course.OPEN),
  speaking: room(Course.OPEN, { floor: statement('food', 83_000) }),
  paused: room(Course.OPEN, {
    floor: statement('food', 0, { runningSinceUnixMs: 0n, elapsedBeforeMs: 83_000n }),
  }),
  warning: room(Course.OPEN, { floor: statement('food', 320_000) }),
  overtime: room(Course.OPEN, {
    floor: statement('food', 372_000),
    noticeBoard: { notice: { id: 1n, text: 'Interpretation ends at 10:05. Please be brief.' } },
  }),
  /** A second countdown: until those who draft, or vote, are back. */
  countdown: room(Course.OPEN, {
    floor: statement('food', 83_000),
    noticeBoard: {
      notice: {
        id: 1n,
        text: 'The drafting group meets in Room XXIV.',
        untilUnixMs: BigInt(T0 + 10 * MINUTE),
        countsDown: true,
      },
    },
  }),
  longest: room(Course.OPEN, {
    floor: statement('food', 83_000),
    plates: withPlate('food', {
      title: longest,
      speakerName: 'Speaker whose name is as long as names of speakers are',
      subject: 'Freedom of association and of peaceful assembly',
    }),
  }),
  'read-by': room(Course.OPEN, {
    floor: statement('media', 83_000),
    plates: withPlate('media', {
      standing: Standing.READ_BY,
      readerDelegationId: 'women',
      nameWithheld: true,
    }),
  }),
  silence: room(Course.OPEN, {
    list: {
      inscriptions: statements.map((one) => {
        if (one.delegationId === 'media') return { ...one, status: SPEAKING };
        return one.status === SPEAKING ? { ...one, status: SPOKEN } : one;
      }),
      nextInscriptionId: 'i-women',
    },
    floor: statement('media', 12_000, { silence: true, allottedMs: 60_000n }),
  }),
  question: room(
    Course.OPEN,
    asked('mission-bo', InscriptionKind.QUESTION, { addressedTo: ['food', 'women'] }),
  ),
  'follow-up': room(Course.OPEN, asked('moderator', InscriptionKind.FOLLOW_UP)),
  answer: withTurns(room(Course.OPEN, answers)),
  reply: room(Course.OPEN, asked('sur', InscriptionKind.RIGHT_OF_REPLY)),
  'point-of-order': room(Course.OPEN, {
    list: {
      inscriptions: [
        ...statements.map((one) =>
          one.status === SPEAKING ? { ...one, status: INTERRUPTED } : one,
        ),
        entry('mission-nl', InscriptionKind.POINT_OF_ORDER, SPEAKING),
      ],
      nextInscriptionId: 'i-women',
    },
    floor: {
      ...statement('mission-nl', 20_000, { allottedMs: 120_000n, warningMs: 30_000n }),
      interrupted: {
        inscriptionId: 'i-food',
        delegationId: 'food',
        remainingMs: 221_000n,
        wasRunning: true,
      },
    },
  }),
  /** A quarter of an hour before the opening. */
  soon: room(Course.PLANNED, {
    agenda: {
      roomName: 'Room XXVII',
      timeZone: 'Europe/Zurich',
      currentMeetingId: 'bolivia',
      meetings: [{ ...bolivia, endsAtUnixMs: BigInt(T0 + 75 * MINUTE) }],
    },
    meeting: bolivia,
  }),
  break: room(Course.SUSPENDED, {
    meeting: {
      id: 'cuba',
      course: Course.SUSPENDED,
      state: { code: 'CU', name: 'Cuba' },
      startsAtUnixMs: BigInt(T0 - 20 * MINUTE),
      endsAtUnixMs: BigInt(T0 + 40 * MINUTE),
      resumesAtUnixMs: BigInt(T0 + 15 * MINUTE),
    },
    floor: statement('food', 0, { runningSinceUnixMs: 0n, elapsedBeforeMs: 83_000n }),
  }),
  suspended: room(Course.SUSPENDED, {
    floor: statement('food', 0, { runningSinceUnixMs: 0n, elapsedBeforeMs: 83_000n }),
  }),
  closed: room(Course.CLOSED, {
    questions: { open: false },
    hour: { closedAtUnixMs: BigInt(T0) },
  }),
  'closed-late': room(Course.CLOSED, {
    questions: { open: false },
    hour: { closedAtUnixMs: BigInt(T0 + 70 * MINUTE) },
  }),
  forty: room(Course.OPEN, { floor: statement('p-3', 83_000), plates: { delegations: forty } }),
  blackout: room(Course.OPEN, {
    floor: statement('food', 83_000),
    settings: { display: DisplayMode.BLACKOUT, timeUpSound: true },
  }),
  'test-picture': room(Course.PLANNED, { settings: { display: DisplayMode.TEST_PICTURE } }),
  code: room(Course.OPEN, { settings: { display: DisplayMode.QUESTIONS_CODE } }),
  'code-closed': room(Course.OPEN, {
    questions: { open: false },
    settings: { display: DisplayMode.QUESTIONS_CODE },
  }),
  sound: room(Course.OPEN, {
    floor: statement('food', 354_000),
    settings: { display: DisplayMode.AUTOMATIC, timeUpSound: true },
  }),
};

/** Five seconds ago the chair upheld a point of order of the Netherlands, and food has the floor back. */
export function ruledRoom(): Room {
  const ruled = room(Course.OPEN, {
    list: {
      inscriptions: [
        ...statements,
        entry('mission-nl', InscriptionKind.POINT_OF_ORDER, SPOKEN, { ruling: Ruling.UPHELD }),
      ],
      nextInscriptionId: 'i-women',
    },
    floor: statement('food', 139_000),
  });
  const at = (ms: number) => BigInt(T0 - ms);
  const turn = { fromUnixMs: at(25_000), toUnixMs: at(5000), inscriptionId: 'i-mission-nl' };
  if (ruled.meeting) ruled.meeting.turns = [create(TurnSchema, turn)];
  return ruled;
}
