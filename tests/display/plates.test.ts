import { expect, test } from 'vitest';
import type { Delegation, Inscription } from '$kit/protocol';
import { linesUnder, passedOverIn, plateOf } from '../../display/plates';
import { room } from './rooms';

const [sur, food, media] = room('COURSE_OPEN').plates!.delegations as [
  Delegation,
  Delegation,
  Delegation,
];
const title = (delegation: Delegation) => ({ first: delegation.title, second: undefined });
const named = (first: string) => ({ first, second: undefined });

test('the plate of a present delegation shows only its title', () => {
  expect(plateOf(food, title)).toEqual({
    id: 'food',
    title: named('National CSO: right to food'),
    progress: 'waiting',
    emptyChair: false,
    away: false,
    reason: '',
    readBy: undefined,
  });
});

test('the plate of an empty chair shows the reason', () => {
  expect(plateOf(media, title)).toEqual({
    id: 'media',
    title: named('National CSO: media freedom'),
    progress: 'waiting',
    emptyChair: true,
    away: false,
    reason: 'Prevented from travelling',
    readBy: undefined,
  });
});

test("only the speaker's plate is marked", () => {
  expect(plateOf(food, title, { speakingId: 'food' }).progress).toBe('speaking');
  expect(plateOf(media, title, { speakingId: 'food' }).progress).toBe('waiting');
});

test('the State under Review has no empty chair: it is absent', () => {
  const away = { ...sur, standing: 'STANDING_ABSENT' as const };
  expect(plateOf(away, title)).toMatchObject({ emptyChair: false, reason: '' });
  expect(linesUnder(plateOf(away, title))).toEqual([named('Absent')]);
  const travels = { ...away, absenceReason: 'On its way' };
  expect(linesUnder(plateOf(travels, title))).toEqual([named('On its way')]);
  expect(linesUnder(plateOf(sur, title))).toEqual([]);
});

test('an empty chair that was honoured or passed over is not still to come', () => {
  const inscribed = (status: string) =>
    ({
      id: 'i-media',
      delegationId: 'media',
      kind: 'INSCRIPTION_KIND_PANEL_STATEMENT',
      status: `INSCRIPTION_STATUS_${status}`,
    }) as Inscription;
  const progress = (status: string, passedOver = new Set<string>()) =>
    plateOf(media, title, { inscriptions: [inscribed(status)], passedOver }).progress;
  expect(progress('WAITING')).toBe('waiting');
  expect(progress('EMPTY_CHAIR')).toBe('over');
  expect(progress('WAITING', new Set(['i-media']))).toBe('over');
});

test('an empty chair is passed over once one behind it has had the floor', () => {
  const panel = { kind: 'INSCRIPTION_KIND_PANEL_STATEMENT' as const };
  const inscriptions = [
    {
      ...panel,
      id: 'i-media',
      delegationId: 'media',
      status: 'INSCRIPTION_STATUS_WAITING' as const,
    },
    {
      ...panel,
      id: 'i-food',
      delegationId: 'food',
      status: 'INSCRIPTION_STATUS_SPEAKING' as const,
    },
  ];
  const state = { ...inscriptions[0]!, id: 'i-sur', delegationId: 'sur' };
  const list = { inscriptions: [...inscriptions, state] };
  expect(passedOverIn(room('COURSE_OPEN', { list }))).toEqual(new Set());
  const floor = { statement: { id: '7', delegationId: 'food', inscriptionId: 'i-food' } };
  expect(passedOverIn(room('COURSE_OPEN', { list, floor }))).toEqual(new Set(['i-media']));
  // The others are heard: its turn comes again.
  expect(passedOverIn(room('COURSE_OPEN', { list: { inscriptions }, floor }))).toEqual(new Set());
  expect(passedOverIn(undefined)).toEqual(new Set());
});

test('a present delegation shows no reason', () => {
  const back = { ...media, standing: 'STANDING_PRESENT' as const };
  expect(plateOf(back, title)).toMatchObject({ emptyChair: false, reason: '' });
});

test('the State is named in the language of the screen', () => {
  expect(plateOf(sur, () => named('Kuba')).title).toEqual(named('Kuba'));
});

test('the plate of a statement that another reads shows the reader and no empty chair', () => {
  const away = { ...media, standing: 'STANDING_READ_BY' as const, readerDelegationId: 'food' };
  expect(plateOf(away, title, { reader: food })).toMatchObject({
    emptyChair: false,
    reason: '',
    readBy: named('Read by National CSO: right to food'),
  });
});

test('the plate of an expected delegation is like any other', () => {
  const expected = { ...food, standing: 'STANDING_EXPECTED' as const };
  expect(plateOf(expected, title)).toMatchObject({
    emptyChair: false,
    readBy: undefined,
  });
});

test('a plate shows how far the meeting is with it: by its statement, then by its answer', () => {
  const inscribed = (kind: 'PANEL_STATEMENT' | 'ANSWER' | 'RIGHT_OF_REPLY', status: string) => ({
    delegationId: 'food',
    kind: `INSCRIPTION_KIND_${kind}`,
    status: `INSCRIPTION_STATUS_${status}`,
  });
  const progress = (...inscriptions: object[]) =>
    plateOf(food, title, { inscriptions: inscriptions as Inscription[] }).progress;
  const spoken = inscribed('PANEL_STATEMENT', 'SPOKEN');
  expect(progress(inscribed('PANEL_STATEMENT', 'WAITING'))).toBe('waiting');
  expect(progress(spoken)).toBe('heard');
  expect(progress(inscribed('PANEL_STATEMENT', 'DECLINED'))).toBe('declined');
  expect(progress(inscribed('PANEL_STATEMENT', 'INTERRUPTED'))).toBe('interrupted');
  expect(progress(spoken, inscribed('ANSWER', 'WAITING'))).toBe('waiting');
  expect(progress(spoken, inscribed('ANSWER', 'SPOKEN'))).toBe('heard');
  expect(progress(spoken, inscribed('RIGHT_OF_REPLY', 'WAITING'))).toBe('heard');
  expect(progress({ ...spoken, delegationId: 'media' })).toBe('waiting');
});

test('a plate of which no statement comes says so in words', () => {
  const under = (more: object) => linesUnder({ ...plateOf(food, title), ...more });
  expect(under({})).toEqual([]);
  expect(under({ progress: 'declined' })).toEqual([named('Makes no statement')]);
  expect(under({ emptyChair: true, reason: 'Visa' })).toEqual([
    named('Empty chair'),
    named('Visa'),
  ]);
});

test('a plate shows the short title of an organisation, and hyphenates a long one', () => {
  const long = { ...food, title: 'Deutscher Antidiskriminierungsverband' };
  expect(plateOf({ ...long, shortTitle: 'DADV' }, title).title).toEqual(named('DADV'));
  expect(plateOf(long, title).title.first).toContain('rungs\u00adver\u00adband');
  expect(plateOf({ ...sur, stateCode: 'CU', shortTitle: 'X' }, title).title).toEqual(named('Cuba'));
});
