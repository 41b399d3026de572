import { expect, test } from 'vitest';
import type { InscriptionKind } from '$kit/protocol';
import { received } from '../../kit/received';
import { InscriptionSchema, QuestionsSchema, RequestSchema } from '$proto/room_pb';
import { declinedOf, goneOf, requestsShown, type Gone } from '../../../clients/delegation/gone';
import type { AskedFor, Seen } from '../../../clients/delegation/situation';

const request = (id: string, askedAtUnixMs: number, kind: InscriptionKind = QUESTION) =>
  received(RequestSchema, { id, delegationId: `of-${id}`, kind, askedAtUnixMs });
const QUESTION = 'INSCRIPTION_KIND_QUESTION';
const POINT = 'INSCRIPTION_KIND_POINT_OF_ORDER';

const first = request('ask-7', 1000);
const second = request('ask-8', 2000);
const third = request('ask-9', 3000);

type Listed = { id: string; delegationId?: string; kind?: InscriptionKind };

function seen(requests: object[], listed: Listed[] = []): Seen {
  return {
    meeting: undefined,
    inscriptions: listed.map((each) => received(InscriptionSchema, each)),
    rounds: [],
    delegation: () => undefined,
    statement: undefined,
    interrupted: undefined,
    questions: received(QuestionsSchema, { requests }),
    settings: undefined,
    hour: undefined,
    now: 0,
  };
}

const own = (...asked: AskedFor[]) => ({ asked, delegationId: 'of-ask-8' });
const none: Gone[] = [];
const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id);

test('for ten seconds a declined request stands where it stood, and no phone hears of it', () => {
  const asked = own({ id: 'ask-8', kind: QUESTION });
  const now = seen([first, third]);
  const gone = goneOf({ requests: [first, second, third], gone: none }, asked, now, 50_000);
  expect(ids(requestsShown(now, gone, 59_999))).toEqual(['ask-7', 'ask-8', 'ask-9']);
  expect(declinedOf(asked.asked, gone, 59_999)).toEqual([]);
  expect(ids(requestsShown(now, gone, 60_000))).toEqual(['ask-7', 'ask-9']);
  expect(declinedOf(asked.asked, gone, 60_000)).toEqual([{ id: 'ask-8', kind: QUESTION }]);
});

test('what the chair takes back in time was never gone', () => {
  const asked = own({ id: 'ask-8', kind: QUESTION });
  const gone = goneOf({ requests: [second], gone: none }, asked, seen([]), 50_000);
  expect(ids(gone)).toEqual(['ask-8']);
  expect(goneOf({ requests: [], gone }, asked, seen([second]), 55_000)).toEqual([]);
});

test('it counts from when it went, however often the room changes meanwhile', () => {
  const asked = own({ id: 'ask-8', kind: QUESTION });
  const gone = goneOf({ requests: [second], gone: none }, asked, seen([]), 50_000);
  const later = goneOf({ requests: [], gone }, asked, seen([]), 58_000);
  expect(declinedOf(asked.asked, later, 60_000)).toEqual([{ id: 'ask-8', kind: QUESTION }]);
});

test('what was accepted, or heard as a point of order, is not gone', () => {
  const point = request('ask-8', 2000, POINT);
  const asked = own({ id: 'ask-8', kind: POINT });
  const accepted = seen([], [{ id: 'ask-7', delegationId: 'of-ask-7', kind: QUESTION }]);
  expect(goneOf({ requests: [first], gone: none }, own(), accepted, 0)).toEqual([]);
  const heard = seen([], [{ id: 'order-3', delegationId: 'of-ask-8', kind: POINT }]);
  expect(goneOf({ requests: [point], gone: none }, asked, heard, 0)).toEqual([]);
});

test('a phone that was reloaded waits as well before it says that its request was declined', () => {
  const asked = own({ id: 'ask-8', kind: QUESTION });
  const gone = goneOf({ requests: [], gone: none }, asked, seen([]), 50_000);
  expect(declinedOf(asked.asked, gone, 59_999)).toEqual([]);
  expect(requestsShown(seen([]), gone, 50_000)).toEqual([]);
  expect(ids(declinedOf(asked.asked, gone, 60_000))).toEqual(['ask-8']);
});

test('the request of another phone is forgotten once it is not held back any more', () => {
  const gone = goneOf({ requests: [first], gone: none }, own(), seen([]), 50_000);
  expect(ids(goneOf({ requests: [], gone }, own(), seen([]), 59_999))).toEqual(['ask-7']);
  expect(goneOf({ requests: [], gone }, own(), seen([]), 60_000)).toEqual([]);
});
