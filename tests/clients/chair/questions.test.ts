import { expect, test } from 'vitest';
import { questionsAsked, questionsOpen } from '../../../clients/chair/model/questions';
import { InscriptionKind, InscriptionStatus } from '$proto/room_pb';
import { TEN, roomOf } from './rooms';

const { QUESTION, RIGHT_OF_REPLY } = InscriptionKind;

test('the list for questions is open until it is closed, or closes by itself', () => {
  const open = (questions: object, now: number) => questionsOpen(roomOf([], { questions }), now);
  expect(open({}, TEN)).toBe(false);
  expect(open({ open: true }, TEN)).toBe(true);
  const closing = { open: true, closesAtUnixMs: BigInt(TEN) };
  expect(open(closing, TEN - 1)).toBe(true);
  expect(open(closing, TEN)).toBe(false);
});

test('questions are counted from the asking on, replies are not', () => {
  const room = roomOf(
    [
      { id: 'fr', minutes: 2, kind: QUESTION, status: InscriptionStatus.SPOKEN },
      { id: 'pe', minutes: 2, kind: RIGHT_OF_REPLY },
      { id: 'ch', minutes: 2, kind: QUESTION },
    ],
    { questions: { requests: [{ id: 'ask-3', delegationId: 'fr', kind: QUESTION }] } },
  );
  expect(questionsAsked(room)).toBe(3);
});
