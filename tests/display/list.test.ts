import { received } from '../kit/received';
import { expect, test } from 'vitest';
import { listPart } from '../../display/list';
import { InscriptionSchema } from '$proto/room_pb';

/** Twenty entries; the one at `speaking` has the floor, those before it have spoken. */
const list = (speaking: number) =>
  Array.from({ length: 20 }, (_, i) =>
    received(InscriptionSchema, {
      id: `i-${i}`,
      status:
        i < speaking
          ? 'INSCRIPTION_STATUS_SPOKEN'
          : i === speaking
            ? 'INSCRIPTION_STATUS_SPEAKING'
            : 'INSCRIPTION_STATUS_WAITING',
    }),
  );
const part = (speaking: number, nextId: string, most = 9) => {
  const { shown, before, after } = listPart(list(speaking), nextId, most);
  return { from: shown[0]?.id, to: shown.at(-1)?.id, before, after };
};

test('a list that fits is shown whole', () => {
  expect(part(12, 'i-13', 20)).toEqual({ from: 'i-0', to: 'i-19', before: 0, after: 0 });
});

test('the current speaker is second, after the one before', () => {
  expect(part(5, 'i-6')).toEqual({ from: 'i-4', to: 'i-12', before: 4, after: 7 });
});

test('the list starts with the first speaker', () => {
  expect(part(0, 'i-1')).toEqual({ from: 'i-0', to: 'i-8', before: 0, after: 11 });
});

test('the end of the list fills all rows', () => {
  expect(part(19, '')).toEqual({ from: 'i-11', to: 'i-19', before: 11, after: 0 });
});

test('without a speaker, the next one is second', () => {
  const waiting = list(-1);
  expect(listPart(waiting, 'i-6', 9).before).toBe(5);
});

test('an empty list shows nothing', () => {
  expect(listPart([], '', 9)).toEqual({ shown: [], before: 0, after: 0 });
});
