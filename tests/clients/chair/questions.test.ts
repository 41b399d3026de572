import { expect, test } from 'vitest';
import { questionsAsked, questionsOpen } from '../../../clients/chair/model/questions';
import { TEN, roomOf } from './rooms';

test('the list for questions is open until it is closed, or closes by itself', () => {
  const open = (questions: object, now: number) => questionsOpen(roomOf([], { questions }), now);
  expect(open({}, TEN)).toBe(false);
  expect(open({ open: true }, TEN)).toBe(true);
  const closing = { open: true, closesAtUnixMs: TEN };
  expect(open(closing, TEN - 1)).toBe(true);
  expect(open(closing, TEN)).toBe(false);
});

test('questions are counted from the asking on, replies are not', () => {
  const room = roomOf(
    [
      {
        id: 'fr',
        minutes: 2,
        kind: 'INSCRIPTION_KIND_QUESTION',
        status: 'INSCRIPTION_STATUS_SPOKEN',
      },
      { id: 'pe', minutes: 2, kind: 'INSCRIPTION_KIND_RIGHT_OF_REPLY' },
      { id: 'ch', minutes: 2, kind: 'INSCRIPTION_KIND_QUESTION' },
    ],
    {
      questions: {
        requests: [{ id: 'ask-3', delegationId: 'fr', kind: 'INSCRIPTION_KIND_QUESTION' }],
      },
    },
  );
  expect(questionsAsked(room)).toBe(3);
});
