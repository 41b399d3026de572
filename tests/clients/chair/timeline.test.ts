import { expect, test } from 'vitest';
import { timelineOf } from '../../../clients/chair/model/timeline';
import { MINUTE, TEN, roomOf } from './rooms';

const at = (minutes: number) => TEN + minutes * MINUTE;

const speakingSince = (minutes: number) => ({
  statement: {
    id: '7',
    inscriptionId: 'food-1',
    delegationId: 'food',
    givenAtUnixMs: at(minutes),
    allottedMs: 5 * MINUTE,
    runningSinceUnixMs: at(minutes),
  },
});

test('the whole hour: turns spoken, the one in progress, what is left of it, who is to come, the reserve', () => {
  const room = roomOf(
    [
      { id: 'sur', minutes: 2, status: 'INSCRIPTION_STATUS_SPOKEN', spokenMs: 2 * MINUTE },
      { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' },
      { id: 'media', minutes: 7 },
      { id: 'nhri', minutes: 6 },
    ],
    {
      meeting: {
        turns: [{ inscriptionId: 'sur-1', fromUnixMs: at(1), toUnixMs: at(3) }],
      },
      floor: speakingSince(4),
      hour: {
        waitingMs: 13 * MINUTE,
        reserveLeftMs: 15 * MINUTE,
        questionMs: 6 * MINUTE,
        hardStopAtUnixMs: at(70),
      },
    },
  );

  expect(timelineOf(room, at(6))).toEqual({
    fromMs: at(0),
    dueMs: at(60),
    toMs: at(60),
    nowMs: at(6),
    hardStopMs: at(70),
    segments: [
      { kind: 'spoken', inscriptionId: 'sur-1', fromMs: at(1), toMs: at(3) },
      { kind: 'speaking', inscriptionId: 'food-1', fromMs: at(4), toMs: at(6) },
      { kind: 'left', inscriptionId: 'food-1', fromMs: at(6), toMs: at(9) },
      { kind: 'coming', inscriptionId: 'media-1', fromMs: at(9), toMs: at(16) },
      { kind: 'coming', inscriptionId: 'nhri-1', fromMs: at(16), toMs: at(22) },
      { kind: 'reserve', inscriptionId: '', fromMs: at(22), toMs: at(37) },
    ],
    endMs: at(37),
    overMs: -23 * MINUTE,
    questions: 6,
  });
});

test('an empty chair takes no time of the hour, and one that is expected does', () => {
  const room = roomOf([
    { id: 'food', minutes: 5, absent: true },
    { id: 'water', minutes: 6, expected: true },
    { id: 'media', minutes: 7 },
  ]);
  expect(timelineOf(room, at(10))?.segments).toEqual([
    { kind: 'coming', inscriptionId: 'water-1', fromMs: at(10), toMs: at(16) },
    { kind: 'coming', inscriptionId: 'media-1', fromMs: at(16), toMs: at(23) },
  ]);
});

test('one who is called again comes with the time left, added time counted in', () => {
  const room = roomOf([{ id: 'food', minutes: 5, addedMs: MINUTE, spokenMs: 4 * MINUTE }]);
  expect(timelineOf(room, at(10))?.segments.at(-1)?.toMs).toBe(at(12));
});

test('a round of answers takes its budget once, however many answer', () => {
  const room = roomOf(
    [
      { id: 'food', minutes: 4, kind: 'INSCRIPTION_KIND_ANSWER', roundId: '3' },
      { id: 'media', minutes: 4, kind: 'INSCRIPTION_KIND_ANSWER', roundId: '3' },
    ],
    { rounds: [{ id: '3', budgetMs: 4 * MINUTE, waitingMs: 3 * MINUTE }] },
  );
  expect(timelineOf(room, at(10))?.segments).toEqual([
    { kind: 'coming', inscriptionId: 'food-1', fromMs: at(10), toMs: at(13) },
  ]);
});

test('while one of a round speaks, the others add nothing to what it has left', () => {
  const room = roomOf(
    [
      {
        id: 'food',
        minutes: 5,
        kind: 'INSCRIPTION_KIND_ANSWER',
        roundId: '3',
        status: 'INSCRIPTION_STATUS_SPEAKING',
      },
      { id: 'media', minutes: 4, kind: 'INSCRIPTION_KIND_ANSWER', roundId: '3' },
    ],
    {
      floor: speakingSince(10),
      rounds: [{ id: '3', budgetMs: 5 * MINUTE, waitingMs: 0 }],
    },
  );
  expect(timelineOf(room, at(11))?.segments).toEqual([
    { kind: 'speaking', inscriptionId: 'food-1', fromMs: at(10), toMs: at(11) },
    { kind: 'left', inscriptionId: 'food-1', fromMs: at(11), toMs: at(15) },
  ]);
});

test('the speaker whom a point of order interrupted comes first afterwards', () => {
  const room = roomOf(
    [
      { id: 'media', minutes: 6, status: 'INSCRIPTION_STATUS_INTERRUPTED' },
      { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' },
    ],
    {
      floor: {
        ...speakingSince(10),
        interrupted: {
          inscriptionId: 'media-1',
          delegationId: 'media',
          remainingMs: 2 * MINUTE,
        },
      },
    },
  );
  expect(timelineOf(room, at(10))?.segments.slice(1)).toEqual([
    { kind: 'left', inscriptionId: 'food-1', fromMs: at(10), toMs: at(15) },
    { kind: 'coming', inscriptionId: 'media-1', fromMs: at(15), toMs: at(17) },
  ]);
});

test('an overtime pushes those to come, and the picture reaches as far as the list', () => {
  const room = roomOf(
    [
      { id: 'food', minutes: 5, status: 'INSCRIPTION_STATUS_SPEAKING' },
      { id: 'media', minutes: 7 },
    ],
    { floor: speakingSince(50), hour: { waitingMs: 7 * MINUTE } },
  );
  const hour = timelineOf(room, at(58));
  expect(hour?.segments).toEqual([
    { kind: 'speaking', inscriptionId: 'food-1', fromMs: at(50), toMs: at(58) },
    { kind: 'coming', inscriptionId: 'media-1', fromMs: at(58), toMs: at(65) },
  ]);
  expect(hour).toMatchObject({ toMs: at(65), endMs: at(65), overMs: 5 * MINUTE });
});

const planned = {
  meeting: { course: 'COURSE_PLANNED', openedAtUnixMs: 0 },
  hour: { beginsAtUnixMs: at(0), waitingMs: 2 * MINUTE },
};

test('a planned hour that is long over is drawn as planned', () => {
  const room = roomOf([{ id: 'sur', minutes: 2 }], planned);
  expect(timelineOf(room, at(300))).toMatchObject({
    fromMs: at(0),
    toMs: at(60),
    nowMs: undefined,
    segments: [{ kind: 'coming', inscriptionId: 'sur-1', fromMs: at(0), toMs: at(2) }],
    endMs: at(2),
  });
});

test('a planned hour that should have begun begins now', () => {
  const room = roomOf([{ id: 'sur', minutes: 2 }], planned);
  expect(timelineOf(room, at(20))?.endMs).toBe(at(22));
});

test('in a suspended meeting everybody is expected after the return', () => {
  const room = roomOf([{ id: 'food', minutes: 5 }], {
    meeting: { course: 'COURSE_SUSPENDED', resumesAtUnixMs: at(35) },
    hour: { beginsAtUnixMs: at(35), waitingMs: 5 * MINUTE },
  });
  const hour = timelineOf(room, at(20));
  expect(hour?.segments).toEqual([
    { kind: 'coming', inscriptionId: 'food-1', fromMs: at(35), toMs: at(40) },
  ]);
  expect(hour?.endMs).toBe(at(40));
  // Late, it goes on now.
  expect(timelineOf(room, at(37))?.segments[0]?.fromMs).toBe(at(37));
});

test('a closed meeting has nobody to come, and ended when it was closed', () => {
  const room = roomOf([{ id: 'food', minutes: 5 }], {
    meeting: { course: 'COURSE_CLOSED', closedAtUnixMs: at(52) },
    hour: { closedAtUnixMs: at(52) },
  });
  expect(timelineOf(room, at(55))).toMatchObject({
    segments: [],
    endMs: at(52),
    overMs: -8 * MINUTE,
    nowMs: undefined,
  });
});

test('there is no hour in an empty room', () => {
  expect(timelineOf(roomOf([], { meeting: { id: '' } }), TEN)).toBeUndefined();
});
