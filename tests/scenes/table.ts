// Rooms as those at the table receive them: in addition to what a display shows, the rules, the hour, the
// signals, and what can be undone.
import { clone, create, type MessageInitShape } from '@bufbuild/protobuf';
import {
  T0,
  asked,
  entry,
  longest,
  room,
  rooms,
  statement,
  statements,
  turnsOf,
  withPlate,
} from './rooms.ts';
import {
  Course,
  InscriptionKind,
  InscriptionStatus,
  PhoneStanding,
  RoomSchema,
  Standing,
  type Room,
} from '$proto/room_pb';
import {
  ActKind,
  AskingBy,
  AskingSchema,
  DisplayMode,
  MemorySchema,
  Role,
  RulesSchema,
  SignalKind,
  SignalsSchema,
  type SignalSchema,
} from '$proto/table_pb';

type Init = NonNullable<Parameters<typeof room>[1]>;
type Signal = MessageInitShape<typeof SignalSchema>;

const MINUTE = 60_000;
const at = (minutes: number) => BigInt(T0 + minutes * MINUTE);
const { SPOKEN, WAITING, INTERRUPTED, EMPTY_CHAIR } = InscriptionStatus;
const { QUESTION, RIGHT_OF_REPLY, POINT_OF_ORDER } = InscriptionKind;

const rules = create(RulesSchema, {
  surShortestMs: 60_000n,
  surLongestMs: 600_000n,
  panelShortestMs: 180_000n,
  panelLongestMs: 480_000n,
  warningMs: 60_000n,
  reserveMs: 600_000n,
  questionMs: 120_000n,
  answersMs: 300_000n,
  replyMs: 120_000n,
  repliesEach: 2,
  pointOfOrderMs: 120_000n,
});

/** What everybody at the table receives of any room. */
function atTable(of: Room, { undo = true } = {}): Room {
  const seen = clone(RoomSchema, of);
  const { meeting, hour, settings } = seen;
  seen.signals ??= create(SignalsSchema);
  for (const one of seen.list?.inscriptions ?? []) {
    if (one.status === SPOKEN && !one.spokenMs) one.spokenMs = 200_000n;
  }
  if (meeting) {
    meeting.turns = turnsOf(seen);
    meeting.openedAtUnixMs = at(-19);
    if (meeting.course === Course.SUSPENDED) meeting.suspendedAtUnixMs = at(-1);
    if (meeting.course === Course.CLOSED) meeting.closedAtUnixMs = at(0);
  }
  if (hour) {
    Object.assign(hour, { waitingMs: 1_080_000n, reserveLeftMs: 600_000n, freedMs: 240_000n });
    hour.hardStopAtUnixMs = at(45);
  }
  if (settings) {
    settings.rules = rules;
    settings.controls = Role.CHAIR;
  }
  if (undo) {
    const last = {
      revision: 7n,
      kind: ActKind.NEXT,
      atUnixMs: at(-1),
      actor: { role: Role.CHAIR },
      meetingId: 'cuba',
      delegationId: 'food',
    };
    seen.memory = create(MemorySchema, { last, latest: last, count: 3 });
  }
  return seen;
}

const atCourse = (course: Course, changes: Init = {}) => atTable(room(course, changes));

const signal = (kind: SignalKind, more: Signal = {}): Init => ({
  signals: {
    signals: [
      {
        id: 1n,
        kind,
        from: Role.CHAIR,
        sentAtUnixMs: BigInt(T0),
        untilUnixMs: at(60),
        ...more,
      },
    ],
  },
});

const speaking: Init = { floor: statement('food', 83_000) };

/** As long as a signal may be; a notice may be four times as long. */
const words =
  'The interpreters have lost the text of your statement: please read the numbers slowly, and pass ' +
  'a copy of what is left to the colleague next to you.';

const request = (id: string, delegationId: string, kind: InscriptionKind, more = {}) => ({
  id,
  delegationId,
  kind,
  askedAtUnixMs: at(-2),
  ...more,
});

const requests = [
  request('ask-41', 'mission-nl', QUESTION, { addressedTo: ['food', 'women'] }),
  request('ask-42', 'mission-bo', QUESTION),
  request('ask-43', 'sur', RIGHT_OF_REPLY),
];

const heard = statements.map((one) => ({ ...one, status: SPOKEN, spokenMs: 200_000n }));
const question = (id: string, more = {}) =>
  entry(id, QUESTION, WAITING, { allottedMs: 120_000n, ...more });

/** Questions and answers to come: everybody on the panel has been heard. */
const questions: Init = {
  list: {
    inscriptions: [
      ...heard,
      question('mission-bo'),
      question('mission-nl', { id: 'ask-41', addressedTo: ['food', 'women'] }),
    ],
    nextInscriptionId: 'i-mission-bo',
  },
  questions: { open: true, most: 6, closesAtUnixMs: at(10), requests: requests.slice(2) },
};

const all = (status: InscriptionStatus): Init => ({
  list: {
    inscriptions: statements.map((one) => ({ ...one, status })),
    nextInscriptionId: 'i-sur',
  },
});

export const table: Record<string, Room> = {
  planned: atTable(room(Course.PLANNED, { questions: {}, ...all(WAITING) }), { undo: false }),
  open: atCourse(Course.OPEN, all(WAITING)),
  between: atCourse(Course.OPEN),
  speaking: atCourse(Course.OPEN, speaking),
  longest: atCourse(Course.OPEN, {
    ...speaking,
    plates: withPlate('women', { title: longest, speakerName: 'A speaker whose name is long too' }),
  }),
  'lost-time': atCourse(Course.OPEN, {
    floor: {
      ...statement('food', 83_000),
      lostTime: { awayMs: 134_000n, offeredMs: 134_000n },
    },
    plates: withPlate('food', { title: longest }),
  }),
  paused: atTable(rooms.paused!),
  warning: atTable(rooms.warning!),
  overtime: atTable(rooms.overtime!),
  'empty-chair': atCourse(Course.OPEN, {
    list: {
      inscriptions: statements.map((one, at) => ({ ...one, status: at < 2 ? SPOKEN : WAITING })),
      nextInscriptionId: 'i-women',
    },
  }),
  silence: atTable(rooms.silence!),
  'read-by': atTable(rooms['read-by']!),
  'point-of-order': atTable(rooms['point-of-order']!),
  requests: atCourse(Course.OPEN, {
    ...speaking,
    questions: { open: true, most: 6, closesAtUnixMs: at(10), requests },
  }),
  'point-raised': atCourse(Course.OPEN, {
    ...speaking,
    questions: {
      open: true,
      requests: [request('ask-44', 'mission-nl', POINT_OF_ORDER), ...requests.slice(1)],
    },
  }),
  'phones-wait': atCourse(Course.OPEN, {
    ...speaking,
    questions: {
      open: true,
      requests: requests.map((one, at) => ({ ...one, device: at === 0 ? 'phone-b' : 'phone-c' })),
      phones: [
        { device: 'phone-a', delegationId: 'mission-nl', standing: PhoneStanding.WAITING },
        { device: 'phone-d', delegationId: 'mission-fr', standing: PhoneStanding.WAITING },
      ],
    },
  }),
  'phone-shut-out': atCourse(Course.OPEN, {
    ...questions,
    questions: {
      open: true,
      phones: [{ device: 'phone-a', delegationId: 'mission-nl', standing: PhoneStanding.SHUT_OUT }],
    },
  }),
  'by-cards': (() => {
    const room = atCourse(Course.OPEN, questions);
    if (room.settings) room.settings.asking = create(AskingSchema, { by: AskingBy.CARD });
    return room;
  })(),
  questions: atCourse(Course.OPEN, questions),
  question: atTable(rooms.question!),
  'question-asked': atCourse(Course.OPEN, asked('mission-nl', QUESTION)),
  'question-up': atCourse(Course.OPEN, {
    ...asked('mission-nl', QUESTION),
    floor: statement('mission-nl', 130_000, { inscriptionId: 'asked', allottedMs: 120_000n }),
  }),
  'asked-absent': atCourse(Course.OPEN, {
    list: {
      inscriptions: [
        ...heard,
        entry('mission-nl', QUESTION, SPOKEN, { id: 'asked', addressedTo: ['media'] }),
        question('mission-bo'),
      ],
      nextInscriptionId: 'i-mission-bo',
    },
    floor: {},
  }),
  answer: atTable(rooms.answer!),
  'follow-up': atTable(rooms['follow-up']!),
  reply: atTable(rooms.reply!),
  'list-full': atCourse(Course.OPEN, {
    ...questions,
    questions: { open: true, most: 2 },
    list: {
      inscriptions: [...heard, question('mission-bo'), question('moderator')],
      nextInscriptionId: 'i-mission-bo',
    },
  }),
  'my-point-of-order': atCourse(Course.OPEN, {
    list: {
      inscriptions: [
        ...heard,
        entry('mission-nl', QUESTION, INTERRUPTED, { id: 'asked' }),
        entry('mission-bo', POINT_OF_ORDER, InscriptionStatus.SPEAKING),
      ],
    },
    floor: {
      ...statement('mission-bo', 20_000, { allottedMs: 120_000n, warningMs: 30_000n }),
      interrupted: {
        inscriptionId: 'asked',
        delegationId: 'mission-nl',
        remainingMs: 51_000n,
        wasRunning: true,
      },
    },
  }),
  heard: atCourse(Course.OPEN, { list: { inscriptions: heard }, floor: {}, questions: {} }),
  'questions-wait': atCourse(Course.OPEN, {
    list: { inscriptions: heard },
    floor: {},
    questions: { open: true, requests },
  }),
  'nobody-asks': atCourse(Course.OPEN, {
    list: { inscriptions: heard },
    floor: {},
    questions: { open: true },
  }),
  'questions-over': atCourse(Course.OPEN, {
    list: { inscriptions: heard },
    floor: {},
    questions: { closesAtUnixMs: at(-2) },
  }),
  notice: atCourse(Course.OPEN, { ...speaking, noticeBoard: { notice: { id: 1n, text: words } } }),
  'long-notice': atCourse(Course.OPEN, {
    ...speaking,
    noticeBoard: { notice: { id: 2n, text: Array(4).fill(words).join(' ') } },
  }),
  conclude: atCourse(Course.OPEN, { ...speaking, ...signal(SignalKind.CONCLUDE) }),
  'slow-down': atCourse(Course.OPEN, {
    ...speaking,
    ...signal(SignalKind.SLOW_DOWN, { from: Role.INTERPRETER }),
  }),
  words: atCourse(Course.OPEN, {
    floor: statement('food', 372_000),
    plates: withPlate('food', { title: longest }),
    ...signal(SignalKind.TEXT, { text: words }),
  }),
  'words-to-women': atCourse(Course.OPEN, {
    ...speaking,
    ...signal(SignalKind.TEXT, { text: words, delegationId: 'women' }),
  }),
  'private-line': atCourse(Course.OPEN, {
    ...speaking,
    ...signal(SignalKind.PRIVATE_LINE, { from: Role.SECRETARIAT, text: words }),
  }),
  here: atCourse(Course.OPEN, {
    ...speaking,
    ...signal(SignalKind.HERE, { from: Role.SPEAKER, delegationId: 'media' }),
  }),
  'women-speak': atCourse(Course.OPEN, {
    list: { inscriptions: statements, nextInscriptionId: 'i-nhri' },
    floor: statement('women', 83_000),
    plates: withPlate('nhri', { title: longest }),
  }),
  'women-up': atCourse(Course.OPEN, {
    list: { inscriptions: statements, nextInscriptionId: 'i-nhri' },
    floor: statement('women', 372_000),
  }),
  'women-next': atCourse(Course.OPEN, {
    list: {
      inscriptions: statements.map((one) =>
        one.delegationId === 'media' ? { ...one, status: EMPTY_CHAIR } : one,
      ),
      nextInscriptionId: 'i-women',
    },
    ...speaking,
  }),
  'women-interrupted': atCourse(Course.OPEN, {
    list: {
      inscriptions: [
        entry('women', InscriptionKind.PANEL_STATEMENT, INTERRUPTED),
        entry('mission-nl', POINT_OF_ORDER, InscriptionStatus.SPEAKING),
      ],
    },
    floor: {
      ...statement('mission-nl', 20_000, { allottedMs: 120_000n, warningMs: 30_000n }),
      interrupted: { inscriptionId: 'i-women', delegationId: 'women', remainingMs: 221_000n },
    },
  }),
  'women-spoken': atCourse(Course.OPEN, {
    ...asked('mission-nl', QUESTION, { addressedTo: ['women'] }),
    list: {
      inscriptions: [
        ...heard,
        entry('mission-nl', QUESTION, InscriptionStatus.SPEAKING, {
          id: 'asked',
          addressedTo: ['women'],
        }),
      ],
    },
  }),
  'women-absent': atCourse(Course.OPEN, {
    ...speaking,
    plates: withPlate('women', { standing: Standing.ABSENT }),
  }),
  'women-expected': atCourse(Course.OPEN, {
    ...speaking,
    plates: withPlate('women', { standing: Standing.EXPECTED }),
  }),
  blackout: atCourse(Course.OPEN, { ...speaking, settings: { display: DisplayMode.BLACKOUT } }),
  'controls-taken': (() => {
    const taken = atCourse(Course.OPEN, speaking);
    if (taken.settings) {
      taken.settings.controls = Role.SECRETARIAT;
      taken.settings.withoutControls = ['sendSignal', 'setDisplay', 'handBackControls'];
    }
    return taken;
  })(),
  suspended: atTable(rooms.suspended!),
  break: atTable(rooms.break!),
  countdown: atTable(rooms.countdown!),
  closed: atCourse(Course.CLOSED, {
    ...all(SPOKEN),
    questions: { open: false },
    hour: { closedAtUnixMs: at(0), dueAtUnixMs: at(40) },
  }),
};
