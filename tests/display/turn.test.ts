import type { Delegation, Inscription, InscriptionKind, Room } from '$kit/protocol';
import { received } from '../kit/received';
import { expect, test } from 'vitest';
import { detailsOf, sayAllotted, sayTurn, turnOf } from '../../display/turn';
import { DelegationSchema, InscriptionSchema, MeetingSchema, RoomSchema } from '$proto/room_pb';

const [food, media, women] = ['food', 'media', 'women'].map((id) =>
  received(DelegationSchema, { id, title: `CSO: ${id}` }),
) as [Delegation, Delegation, Delegation];
/** Who has spoken had the floor in the order of the list, or in that of `turns`. */
const roomWith = (
  inscriptions: Inscription[],
  turns = inscriptions.filter(({ status }) => status === 'INSCRIPTION_STATUS_SPOKEN'),
): Room => ({
  ...received(RoomSchema, {}),
  plates: { delegations: [food, media, women] },
  list: { inscriptions, nextInscriptionId: '', rounds: [] },
  meeting: received(MeetingSchema, { turns: turns.map(({ id }) => ({ inscriptionId: id })) }),
});
const titleOf = ({ title }: Delegation) => ({ first: title, second: undefined });

function said(kind: InscriptionKind, more = {}, speaker = food, others: string[] = []) {
  const own = received(InscriptionSchema, { id: 'own', delegationId: speaker.id, kind, ...more });
  const rounds = others.map((roundId, i) =>
    received(InscriptionSchema, { id: `a${i}`, kind, roundId }),
  );
  const turn = turnOf(own, speaker, roomWith([...rounds, own]));
  // Names are isolated from the direction of the sentence.
  return sayTurn(turn, titleOf)?.first.replace(/[\u2066-\u2069]/g, '');
}

test('a plain statement has no words', () => {
  expect(said('INSCRIPTION_KIND_PANEL_STATEMENT')).toBeUndefined();
  expect(said('INSCRIPTION_KIND_SUR_STATEMENT')).toBeUndefined();
});

test('a statement read by another names the reader', () => {
  const away = { ...media, standing: 'STANDING_READ_BY' as const, readerDelegationId: 'women' };
  expect(said('INSCRIPTION_KIND_PANEL_STATEMENT', {}, away)).toBe('Statement read by CSO: women');
});

test('a question names whom it addresses', () => {
  expect(said('INSCRIPTION_KIND_QUESTION')).toBe('Question');
  expect(said('INSCRIPTION_KIND_QUESTION', { addressedTo: ['food', 'women'] })).toBe(
    'Question to CSO: food and CSO: women',
  );
  expect(said('INSCRIPTION_KIND_FOLLOW_UP')).toBe('Follow-up question');
  expect(said('INSCRIPTION_KIND_FOLLOW_UP', { addressedTo: ['media'] })).toBe(
    'Follow-up question to CSO: media',
  );
});

test('an answer shows its place in its round', () => {
  expect(said('INSCRIPTION_KIND_ANSWER', { roundId: '2' })).toBe('Answer');
  expect(said('INSCRIPTION_KIND_ANSWER', { roundId: '2' }, food, ['1', '2'])).toBe('Answer 2 of 2');
});

test('an answer names those whose questions it is for', () => {
  const listed = (id: string, delegationId: string, kind: string, more = {}) =>
    received(InscriptionSchema, {
      id,
      delegationId,
      kind: `INSCRIPTION_KIND_${kind}` as InscriptionKind,
      status: 'INSCRIPTION_STATUS_SPOKEN',
      ...more,
    });
  const answer = listed('a1', 'food', 'ANSWER', { roundId: '2' });
  const turn = (...before: Inscription[]) =>
    sayTurn(turnOf(answer, food, roomWith([...before, answer])), titleOf)?.first.replace(
      /[\u2066-\u2069]/g,
      '',
    );
  const asked = listed('q1', 'women', 'QUESTION');
  const earlier = listed('a0', 'food', 'ANSWER', { roundId: '1' });
  expect(turn(asked)).toBe('Answer · question by CSO: women');
  expect(turn(asked, earlier)).toBe('Answer');
  expect(turn(asked, listed('q2', 'media', 'FOLLOW_UP'))).toBe(
    'Answer · questions by CSO: women and CSO: media',
  );
  // Whom it is for is not here: another answers it.
  expect(turn(listed('q1', 'women', 'QUESTION', { addressedTo: ['media'] }))).toBe(
    'Answer · question by CSO: women',
  );
  expect(turn(asked, listed('q2', 'media', 'QUESTION', { addressedTo: ['media'] }))).toBe(
    'Answer · question by CSO: women',
  );
  expect(turn(listed('q1', 'women', 'QUESTION', { addressedTo: ['food'] }))).toBe(
    'Answer · question by CSO: women',
  );
  expect(turn(listed('q1', 'women', 'QUESTION', { status: 'INSCRIPTION_STATUS_DECLINED' }))).toBe(
    'Answer',
  );
  const more = ['q2', 'q3', 'q4'].map((id) => listed(id, 'women', 'QUESTION'));
  expect(turn(asked, ...more)).toBe('Answer');
});

test('a right of reply and a point of order are named', () => {
  expect(said('INSCRIPTION_KIND_RIGHT_OF_REPLY')).toBe('Right of reply');
  expect(said('INSCRIPTION_KIND_POINT_OF_ORDER')).toBe('Point of order');
});

test('the answers of a round share its time', () => {
  expect(sayAllotted({ kind: 'answer', place: 1, of: 3, askers: [] }).first).toBe(
    'Time for the answers',
  );
  expect(sayAllotted({ kind: 'answer', place: 1, of: 1, askers: [] }).first).toBe('Time allotted');
  expect(sayAllotted({ kind: 'statement' }).first).toBe('Time allotted');
});

test('a withheld name is replaced by the words Name withheld', () => {
  const named = { ...food, speakerName: 'A. Speaker', subject: 'Right to food' };
  expect(detailsOf(named).first).toBe('A. Speaker · Right to food');
  expect(detailsOf({ ...named, nameWithheld: true }).first).toBe('Name withheld · Right to food');
  expect(detailsOf(food).first).toBe('');
});
