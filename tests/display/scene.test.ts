import { expect, test } from 'vitest';
import { sceneOf } from '../../display/scene';
import { room } from './rooms';

const speaking = { floor: { statement: { id: '7', delegationId: 'sur', allottedMs: 120_000 } } };

test('a display without a room is connecting', () => {
  expect(sceneOf('connecting', undefined)).toEqual({ kind: 'connecting' });
  expect(sceneOf('lost', undefined)).toEqual({ kind: 'connecting' });
});

test('a lost link leaves the scene as it is', () => {
  expect(sceneOf('lost', room('COURSE_OPEN', speaking)).kind).toBe('speaking');
});

test('a refused token or an unknown room hides the room', () => {
  expect(sceneOf('token-refused', room('COURSE_OPEN'))).toEqual({ kind: 'token-refused' });
  expect(sceneOf('no-such-room', room('COURSE_OPEN'))).toEqual({ kind: 'no-such-room' });
});

test('a room without a meeting is vacant', () => {
  expect(sceneOf('up', room('COURSE_UNSPECIFIED', { meeting: {} }))).toEqual({ kind: 'vacant' });
});

test('a planned meeting is the scene before', () => {
  const scene = sceneOf('up', room('COURSE_PLANNED'));
  expect(scene).toMatchObject({ kind: 'before', meeting: { state: { code: 'CU' } } });
});

test('between statements the next speaker is shown', () => {
  expect(sceneOf('up', room('COURSE_OPEN'))).toMatchObject({
    kind: 'between',
    next: { kind: 'plate', row: { id: 'i-food' } },
  });
});

test('nobody is next at the end of the list', () => {
  const scene = sceneOf('up', room('COURSE_OPEN', { list: { nextInscriptionId: '' } }));
  expect(scene).toMatchObject({ kind: 'between', next: undefined });
});

test('a statement shows its speaker, its anchors and who is next', () => {
  expect(sceneOf('up', room('COURSE_OPEN', speaking))).toMatchObject({
    kind: 'speaking',
    floor: { speaker: { id: 'sur' }, statement: { id: '7', allottedMs: 120_000 } },
    next: { kind: 'plate', row: { id: 'i-food' } },
  });
});

test('a suspended meeting keeps the floor for the interrupted speaker', () => {
  expect(sceneOf('up', room('COURSE_SUSPENDED'))).toMatchObject({
    kind: 'suspended',
    floor: undefined,
  });
  expect(sceneOf('up', room('COURSE_SUSPENDED', speaking))).toMatchObject({
    kind: 'suspended',
    floor: { speaker: { id: 'sur' } },
  });
});

test('a closed meeting shows the next planned one, never an earlier one', () => {
  expect(sceneOf('up', room('COURSE_CLOSED'))).toMatchObject({
    kind: 'closed',
    following: { id: 'djibouti' },
  });
});

test('after the last meeting of the programme none follows', () => {
  const last = {
    agenda: {
      currentMeetingId: 'cuba',
      meetings: [
        { id: 'colombia', course: 'COURSE_PLANNED' as const },
        { id: 'cuba', course: 'COURSE_CLOSED' as const },
      ],
    },
  };
  expect(sceneOf('up', room('COURSE_CLOSED', last))).toMatchObject({ following: undefined });
});

test('a revoked screen hides the room', () => {
  expect(sceneOf('revoked', room('COURSE_OPEN'))).toEqual({ kind: 'token-refused' });
});

test('a silence is a scene without a timer', () => {
  const statement = { id: '7', delegationId: 'media', allottedMs: 60_000, silence: true };
  const scene = sceneOf('up', room('COURSE_OPEN', { floor: { statement } }));
  expect(scene).toMatchObject({ kind: 'silence', speaker: { id: 'media' } });
  expect(scene).not.toHaveProperty('floor');
});

test('a Mission from the roll has the floor like a plate of the panel', () => {
  const roll = { delegations: [{ id: 'm-nl', title: 'Netherlands' }] };
  const floor = { statement: { id: '7', delegationId: 'm-nl', inscriptionId: 'asked' } };
  const list = {
    inscriptions: [
      { id: 'asked', delegationId: 'm-nl', kind: 'INSCRIPTION_KIND_QUESTION' as const },
    ],
  };
  expect(sceneOf('up', room('COURSE_OPEN', { roll, floor, list }))).toMatchObject({
    kind: 'speaking',
    floor: { speaker: { id: 'm-nl' }, turn: { kind: 'question', to: [] } },
  });
});

test('a point of order shows who gets the floor back, and the time left', () => {
  const list = {
    inscriptions: [
      { id: 'order', delegationId: 'sur', kind: 'INSCRIPTION_KIND_POINT_OF_ORDER' as const },
      { id: 'i-food', delegationId: 'food', status: 'INSCRIPTION_STATUS_INTERRUPTED' as const },
    ],
  };
  const floor = {
    statement: { id: '8', delegationId: 'sur', inscriptionId: 'order' },
    interrupted: { inscriptionId: 'i-food', delegationId: 'food', remainingMs: 221_000 },
  };
  expect(sceneOf('up', room('COURSE_OPEN', { list, floor }))).toMatchObject({
    floor: { turn: { kind: 'point-of-order' } },
    next: { kind: 'return', row: { delegation: { id: 'food' } }, keepsMs: 221_000 },
  });
});
