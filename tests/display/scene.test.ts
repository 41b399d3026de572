import { expect, test } from 'vitest';
import { modeOf, sceneOf } from '../../display/scene';
import { Course, InscriptionKind } from '$proto/room_pb';
import { DisplayMode } from '$proto/table_pb';
import { room } from './rooms';

const speaking = { floor: { statement: { id: 7n, delegationId: 'sur', allottedMs: 120_000n } } };

test('without a room yet the display says that it is connecting', () => {
  expect(sceneOf('connecting', undefined)).toEqual({ kind: 'connecting' });
  expect(sceneOf('lost', undefined)).toEqual({ kind: 'connecting' });
});

test('a lost link leaves the scene as it is', () => {
  expect(sceneOf('lost', room(Course.OPEN, speaking)).kind).toBe('speaking');
});

test('a refused token or an unknown room shows nothing of the room that was held', () => {
  expect(sceneOf('token-refused', room(Course.OPEN))).toEqual({ kind: 'token-refused' });
  expect(sceneOf('no-such-room', room(Course.OPEN))).toEqual({ kind: 'no-such-room' });
});

test('a room without a meeting is vacant', () => {
  expect(sceneOf('up', room(Course.UNSPECIFIED, { meeting: {} }))).toEqual({ kind: 'vacant' });
});

test('a planned meeting is announced', () => {
  const scene = sceneOf('up', room(Course.PLANNED));
  expect(scene).toMatchObject({ kind: 'before', meeting: { state: { code: 'CU' } } });
});

test('between statements it tells whom Next calls', () => {
  expect(sceneOf('up', room(Course.OPEN))).toMatchObject({ kind: 'between', next: { id: 'food' } });
});

test('nobody is next when the list is through', () => {
  const scene = sceneOf('up', room(Course.OPEN, { list: { nextInscriptionId: '' } }));
  expect(scene).toMatchObject({ kind: 'between', next: undefined });
});

test('a statement shows its speaker, its anchors and who is next', () => {
  expect(sceneOf('up', room(Course.OPEN, speaking))).toMatchObject({
    kind: 'speaking',
    floor: { speaker: { id: 'sur' }, statement: { id: 7n, allottedMs: 120_000n } },
    next: { id: 'food' },
  });
});

test('a suspended meeting keeps the floor for whom it interrupted', () => {
  expect(sceneOf('up', room(Course.SUSPENDED))).toMatchObject({
    kind: 'suspended',
    floor: undefined,
  });
  expect(sceneOf('up', room(Course.SUSPENDED, speaking))).toMatchObject({
    kind: 'suspended',
    floor: { speaker: { id: 'sur' } },
  });
});

test('a closed meeting tells the next one that is still planned, never an earlier one', () => {
  expect(sceneOf('up', room(Course.CLOSED))).toMatchObject({
    kind: 'closed',
    following: { id: 'djibouti' },
  });
});

test('after the last meeting of the programme none follows', () => {
  const last = {
    agenda: {
      currentMeetingId: 'cuba',
      meetings: [
        { id: 'colombia', course: Course.PLANNED },
        { id: 'cuba', course: Course.CLOSED },
      ],
    },
  };
  expect(sceneOf('up', room(Course.CLOSED, last))).toMatchObject({ following: undefined });
});

test('a screen that was shut out shows nothing of the room that was held', () => {
  expect(sceneOf('revoked', room(Course.OPEN))).toEqual({ kind: 'token-refused' });
});

test('a silence is a scene of its own, without a timer in it', () => {
  const statement = { id: 7n, delegationId: 'media', allottedMs: 60_000n, silence: true };
  const scene = sceneOf('up', room(Course.OPEN, { floor: { statement } }));
  expect(scene).toMatchObject({ kind: 'silence', speaker: { id: 'media' } });
  expect(scene).not.toHaveProperty('floor');
});

test('a Mission from the roll has the floor like a plate of the panel', () => {
  const roll = { delegations: [{ id: 'm-nl', title: 'Netherlands' }] };
  const floor = { statement: { id: 7n, delegationId: 'm-nl', inscriptionId: 'asked' } };
  const list = {
    inscriptions: [{ id: 'asked', delegationId: 'm-nl', kind: InscriptionKind.QUESTION }],
  };
  expect(sceneOf('up', room(Course.OPEN, { roll, floor, list }))).toMatchObject({
    kind: 'speaking',
    floor: { speaker: { id: 'm-nl' }, turn: { kind: 'question', to: [] } },
  });
});

test('a point of order tells who gets the floor back, and with what', () => {
  const list = {
    inscriptions: [{ id: 'order', delegationId: 'sur', kind: InscriptionKind.POINT_OF_ORDER }],
  };
  const floor = {
    statement: { id: 8n, delegationId: 'sur', inscriptionId: 'order' },
    interrupted: { inscriptionId: 'i-food', delegationId: 'food', remainingMs: 221_000n },
  };
  expect(sceneOf('up', room(Course.OPEN, { list, floor }))).toMatchObject({
    floor: { turn: { kind: 'point-of-order' } },
    kept: { speaker: { id: 'food' }, remainingMs: 221_000 },
  });
  expect(sceneOf('up', room(Course.OPEN, speaking))).toMatchObject({ kept: undefined });
});

test('the chair puts something else on the displays, and the floor again', () => {
  const set = (display: DisplayMode) => modeOf(room(Course.OPEN, { settings: { display } }));
  expect(set(DisplayMode.BLACKOUT)).toBe('blackout');
  expect(set(DisplayMode.TEST_PICTURE)).toBe('test-picture');
  expect(set(DisplayMode.QUESTIONS_CODE)).toBe('questions-code');
  expect(set(DisplayMode.AUTOMATIC)).toBe('automatic');
  expect(modeOf(room(Course.OPEN))).toBe('automatic');
  expect(modeOf(undefined)).toBe('automatic');
});
