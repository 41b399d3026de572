import { expect, test } from 'vitest';
import type { Role } from '$kit/protocol';
import {
  commandOf,
  giveFloor,
  grant,
  honour,
  moveTo,
  yieldTo,
} from '../../../clients/chair/model/commands';
import { stepped } from '../../../clients/chair/model/allotment';
import { plateCommandOf } from '../../../clients/chair/model/plate_keys';
import { pointsRaisedOf, requestsOf, waitingOf } from '../../../clients/chair/model/list';
import { stepOf, type OneTap } from '../../../clients/chair/model/next';
import { otherActor } from '../../../clients/chair/model/toasts';
import { roomOf, TEN } from './rooms';

const room = roomOf(
  [
    { id: 'food', minutes: 5 },
    { id: 'media', minutes: 5 },
    { id: 'nhri', minutes: 5 },
  ],
  { floor: { statement: { id: '7', inscriptionId: 'sur-1' } } },
);

test('next names what it ends and whom it calls', () => {
  expect(commandOf(stepOf(room, TEN) as OneTap)).toEqual({
    case: 'next',
    value: { endingStatementId: '7', callingInscriptionId: 'food-1' },
  });
});

test('the floor given out of turn names what it ends, 0 for nobody', () => {
  const { inscription } = waitingOf(room)[2]!;
  const value = { inscriptionId: 'nhri-1', endingStatementId: '7' };
  expect(giveFloor(room, inscription)).toEqual({ case: 'giveFloor', value });
  const nobody = roomOf([{ id: 'nhri', minutes: 5 }]);
  expect(giveFloor(nobody, inscription).value).toMatchObject({ endingStatementId: '0' });
});

test('a move names whom it is put in front of', () => {
  expect(moveTo(['nhri-1', 'food-1', 'media-1'], 'nhri-1')).toEqual({
    case: 'moveInscription',
    value: { inscriptionId: 'nhri-1', beforeInscriptionId: 'food-1' },
  });
});

test('a key moves the plate by one place, and asks for nothing beyond the ends', () => {
  const rows = waitingOf(room);
  const order = rows.map(({ id }) => id);
  expect(plateCommandOf('moveUp', room, rows[1]!, order)?.command.value).toEqual(
    expect.objectContaining({ inscriptionId: 'media-1', beforeInscriptionId: 'food-1' }),
  );
  expect(plateCommandOf('moveUp', room, rows[0]!, order)).toBeUndefined();
});

test.each([
  ['half a minute more', 300_000, 1, 330_000],
  ['half a minute less', 360_000, -1, 330_000],
  ['no more than the longest', 410_000, 1, 420_000],
  ['nothing beyond the longest', 420_000, 1, undefined],
  ['nothing below the shortest', 300_000, -1, undefined],
] as const)('an allotment of %s', (_, allottedMs, by, expected) => {
  const limits = { shortestMs: 300_000, longestMs: 420_000 };
  expect(stepped({ allottedMs, ...limits }, by)).toBe(expected);
});

test('the act to undo names its actor when that was another', () => {
  const self = { role: 'ROLE_CHAIR', device: 'Podium' } as const;
  const by = (role: Role, device: string) => otherActor({ actor: { role, device } }, self);
  expect(by('ROLE_CHAIR', 'Podium')).toBeUndefined();
  expect(by('ROLE_CHAIR', 'Spare tablet')).toEqual({ device: 'Spare tablet' });
  expect(by('ROLE_SECRETARIAT', 'Podium')).toEqual({ device: 'Podium' });
  expect(by('ROLE_SECRETARIAT', '')).toEqual({ role: 'ROLE_SECRETARIAT' });
  expect(otherActor({}, self)).toBeUndefined();
});

test('an empty chair and a yield name the statement they end', () => {
  const { inscription } = waitingOf(room)[1]!;
  expect(honour(room, inscription, 30_000).value).toEqual({
    inscriptionId: 'media-1',
    endingStatementId: '7',
    silenceMs: 30_000,
  });
  expect(yieldTo(room, inscription).value).toEqual({ statementId: '7', inscriptionId: 'media-1' });
});

const asking = roomOf([{ id: 'food', minutes: 5 }], {
  floor: { statement: { id: '7', inscriptionId: 'sur-1' } },
  questions: {
    requests: [
      { id: 'ask-3', delegationId: 'food', kind: 'INSCRIPTION_KIND_QUESTION' },
      { id: 'ask-4', delegationId: 'food', kind: 'INSCRIPTION_KIND_POINT_OF_ORDER' },
    ],
  },
});

test('a request is granted with a place on the list, a point of order with the floor', () => {
  const [order, question] = [pointsRaisedOf(asking)[0], requestsOf(asking)[0]];
  expect(grant(asking, question!)).toEqual({
    case: 'acceptRequest',
    value: { requestId: 'ask-3', beforeInscriptionId: '' },
  });
  expect(grant(asking, order!)).toEqual({
    case: 'raisePointOfOrder',
    value: { delegationId: 'food', interruptingStatementId: '7' },
  });
});

test('keys accept and decline a request, and decline nobody on the list', () => {
  const question = requestsOf(asking)[0]!;
  const keyed = (kind: 'giveFloor' | 'refuse') =>
    plateCommandOf(kind, asking, question, [])?.command.case;
  expect(keyed('giveFloor')).toBe('acceptRequest');
  expect(keyed('refuse')).toBe('declineRequest');
  const [waiting] = waitingOf(asking);
  expect(plateCommandOf('refuse', asking, waiting!, [])).toBeUndefined();
  expect(plateCommandOf('pointOfOrder', asking, waiting!, [])?.command.case).toBe(
    'raisePointOfOrder',
  );
});
