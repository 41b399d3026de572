import type { PlannedMeeting, PlateFacts } from '$kit/protocol';
import { received } from '../../kit/received';
import { expect, test } from 'vitest';
import { PlannedMeetingSchema } from '$proto/programme_pb';
import { RulesSchema } from '$proto/table_pb';
import {
  correctedPlates,
  draftOf,
  nameChanges,
  plannedOf,
  sameDraft,
  withNamesOf,
} from '../../../clients/secretariat/model/draft';
import { correctionFaults, draftFaults } from '../../../clients/secretariat/model/draft_faults';
import { mergeOf } from '../../../clients/secretariat/model/merge';
import {
  copyOf,
  freeId,
  newMeeting,
  nextSlot,
} from '../../../clients/secretariat/model/new_meeting';

const zone = 'Europe/Zurich';
const english = (code: string) => `State ${code}`;
/** Eleven o'clock in Geneva. */
const ELEVEN = Date.UTC(2018, 3, 12, 9);
const HOUR = 3_600_000;

const cuba: PlannedMeeting = received(PlannedMeetingSchema, {
  id: 'cuba',
  state: { code: 'CU', name: 'Cuba' },
  startsAt: new Date(ELEVEN).toISOString(),
  endsAt: new Date(ELEVEN + HOUR).toISOString(),
  hardStopAt: new Date(ELEVEN + HOUR + 600_000).toISOString(),
  surStatementS: 120,
  panel: [
    {
      id: 'expression',
      kind: 'DELEGATION_KIND_NATIONAL_CSO',
      title: 'National CSO: freedom of expression',
      speakerName: 'A speaker',
      subject: 'Freedom of expression',
      allottedS: 330,
      standing: 'STANDING_PRESENT',
      representedBy: 'REPRESENTED_BY_WOMAN',
    },
    {
      id: 'media',
      kind: 'DELEGATION_KIND_INTERNATIONAL_CSO',
      title: 'International CSO: media freedom',
      allottedS: 300,
      standing: 'STANDING_ABSENT',
      absenceReason: 'Prevented from travelling',
    },
  ],
});

test('a meeting in the form reads as people write it, in the time of the room', () => {
  expect(draftOf(cuba, zone)).toMatchObject({
    day: '2018-04-12',
    from: '11:00',
    to: '12:00',
    hardStop: '12:10',
    surTime: '2:00',
    panel: [{ time: '5:30' }, { time: '5:00', reason: 'Prevented from travelling' }],
  });
});

test('a form that nobody touched sends the meeting as it was', () => {
  const sent = plannedOf(draftOf(cuba, zone), zone, english);
  expect(received(PlannedMeetingSchema, sent)).toEqual(cuba);
});

test('what is typed is sent', () => {
  const draft = draftOf(cuba, zone);
  draft.from = '9.30';
  draft.panel[0]!.time = '6';
  draft.panel[1]!.standing = 'STANDING_PRESENT';
  draft.stateCode = 'FR';
  draft.stateName = '';
  const sent = plannedOf(draft, zone, english);
  expect(Date.parse(sent.startsAt!)).toBe(ELEVEN - 90 * 60_000);
  expect(sent.state).toMatchObject({ code: 'FR', name: 'State FR' });
  expect(sent.panel.map(({ allottedS }) => allottedS)).toEqual([360, 300]);
  // Only an absent delegation has a reason for its absence.
  expect(sent.panel[1]!.absenceReason).toBe('');
});

test('after the meeting the facts of a plate are corrected, and nothing else is', () => {
  const draft = draftOf(cuba, zone);
  draft.panel[0]!.time = '6';
  draft.panel[0]!.speakerName = 'Another speaker';
  draft.panel[0]!.subject = 'Freedom of expression ';
  expect(correctedPlates(draftOf(cuba, zone), draft)).toEqual([]);
  draft.panel[1]!.representedBy = 'REPRESENTED_BY_MAN';
  draft.panel[1]!.standing = 'STANDING_PRESENT';
  expect(correctedPlates(draftOf(cuba, zone), draft)).toMatchObject([
    { id: 'media', representedBy: 'REPRESENTED_BY_MAN', standing: 'STANDING_PRESENT', reason: '' },
  ]);
});

test('after the meeting every fact of a plate that the record holds is corrected', () => {
  const facts = (delegationId: string, more: Partial<PlateFacts>): PlateFacts => ({
    meetingId: 'cuba',
    delegationId,
    standing: 'STANDING_READ_BY',
    absenceReason: '',
    representedBy: 'REPRESENTED_BY_UNSPECIFIED',
    readerDelegationId: '',
    ...more,
  });
  const known = [
    facts('sur', { standing: 'STANDING_ABSENT', absenceReason: 'Not in Geneva' }),
    facts('media', { readerDelegationId: 'expression' }),
    { ...facts('sur', {}), meetingId: 'chad' },
  ];
  const base = draftOf(cuba, zone, known);
  const draft = draftOf(cuba, zone, known);
  expect(correctedPlates(base, draft)).toEqual([]);
  expect(sameDraft(base, draft)).toBe(true);
  draft.sur!.standing = 'STANDING_PRESENT';
  draft.sur!.representedBy = 'REPRESENTED_BY_WOMAN';
  draft.panel[0]!.shortTitle = ' Expression ';
  draft.panel[1]!.standing = 'STANDING_READ_BY';
  expect(sameDraft(base, draft)).toBe(false);
  const kind = 'DELEGATION_KIND_STATE_UNDER_REVIEW';
  expect(correctedPlates(base, draft)).toMatchObject([
    { id: 'sur', kind, title: 'Cuba', standing: 'STANDING_PRESENT', reason: '' },
    { id: 'expression', shortTitle: 'Expression' },
    { id: 'media', standing: 'STANDING_READ_BY', readerId: 'expression', reason: '' },
  ]);
  expect(correctionFaults(draft)).toEqual([]);
  draft.panel[1]!.readerId = '';
  draft.sur!.time = 'no time';
  expect(correctionFaults(draft)).toEqual([{ place: 'media.reader', reason: 'missing' }]);
  // A copy is of the panel: what happened to the State's chair stays with the meeting.
  expect(copyOf(draft, { startsAtMs: ELEVEN, endsAtMs: ELEVEN + HOUR }, zone).sur).toBeUndefined();
});

test('a meeting that runs past midnight ends on the next day', () => {
  const draft = { ...draftOf(cuba, zone), from: '23:30', to: '00:30', hardStop: '' };
  const sent = plannedOf(draft, zone, english);
  expect(Date.parse(sent.endsAt!) - Date.parse(sent.startsAt!)).toBe(HOUR);
  expect(sent.hardStopAt).toBeUndefined();
});

test('how a plate stands is sent only if somebody has changed it here', () => {
  const base = draftOf(cuba, zone);
  const draft = draftOf(cuba, zone);
  draft.panel[0]!.title = 'Another title';
  const standings = () =>
    plannedOf(draft, zone, english, base).panel.map(({ standing, absenceReason }) => [
      standing,
      absenceReason,
    ]);
  expect(standings()).toEqual([
    ['STANDING_UNSPECIFIED', ''],
    ['STANDING_UNSPECIFIED', ''],
  ]);
  draft.panel[0]!.standing = 'STANDING_ABSENT';
  draft.panel[1]!.reason = 'Ill';
  expect(standings()).toEqual([
    ['STANDING_ABSENT', ''],
    ['STANDING_ABSENT', 'Ill'],
  ]);
});

test('in the hour that comes twice a meeting is saved, and its times say which they are', () => {
  // Clocks are put back from 03:00 to 02:00 on 28 October 2018.
  const night = { ...draftOf(cuba, zone), day: '2018-10-28', hardStop: '' };
  const saved = (from: string, to: string) => {
    const draft = { ...night, from, to };
    expect(draftFaults(draft, rules, zone)).toEqual([]);
    const { startsAt, endsAt } = plannedOf(draft, zone, english);
    return [startsAt, endsAt];
  };
  expect(saved('02:30', '02:30')).toEqual(['2018-10-28T00:30:00.000Z', '2018-10-28T01:30:00.000Z']);
  const second = saved('02:15 +01:00', '03:00');
  expect(second).toEqual(['2018-10-28T01:15:00.000Z', '2018-10-28T02:00:00.000Z']);
  const again = draftOf({ ...cuba, startsAt: second[0], endsAt: second[1] }, zone);
  expect([again.from, again.to]).toEqual(['02:15 +01:00', '03:00']);
});

test('a meeting may have no statement of the State', () => {
  const draft = { ...draftOf(cuba, zone), surTime: '0' };
  expect(draftFaults(draft, rules, zone)).toEqual([]);
  expect(plannedOf(draft, zone, english).surStatementS).toBe(0);
});

test('a new plate has no id of its own: the server makes one that nobody had before', () => {
  const draft = draftOf(cuba, zone);
  draft.panel[0]!.id = 'plate-1';
  draft.panel.push({ ...draft.panel[1]!, id: '' }, { ...draft.panel[1]!, id: '' });
  expect(plannedOf(draft, zone, english).panel.map(({ id }) => id)).toEqual([
    'plate-1',
    'media',
    'new-1',
    'new-2',
  ]);
});

test('a name that was typed or cleared is an act about its plate; the plan keeps the names', () => {
  const base = draftOf(cuba, zone);
  const draft = draftOf(cuba, zone);
  draft.panel[0]!.speakerName = ' ';
  draft.panel[1]!.speakerName = 'Somebody ';
  draft.panel.push({ ...draft.panel[1]!, id: '', speakerName: 'Of a new plate' });
  expect(nameChanges(base, draft)).toEqual([
    { delegationId: 'expression', name: '' },
    { delegationId: 'media', name: 'Somebody' },
  ]);
  const sent = plannedOf(withNamesOf(base, draft), zone, english);
  expect(sent.panel.map(({ speakerName }) => speakerName)).toEqual([
    'A speaker',
    '',
    'Of a new plate',
  ]);
  expect(nameChanges(base, draftOf(cuba, zone))).toEqual([]);
});

test('how a time is written makes no other meeting; what it says does', () => {
  const draft = draftOf(cuba, zone);
  expect(sameDraft(draft, { ...draft, from: '11.00', surTime: '2' })).toBe(true);
  expect(sameDraft(draft, { ...draft, surTime: '1:30' })).toBe(false);
});

const rules = received(RulesSchema, {
  surShortestMs: 30_000,
  surLongestMs: 120_000,
  panelShortestMs: 300_000,
  panelLongestMs: 420_000,
});

test('a draft is judged field by field', () => {
  expect(draftFaults(draftOf(cuba, zone), rules)).toEqual([]);
  const draft = { ...draftOf(cuba, zone), stateCode: '', day: '', from: '25:00', surTime: '2:01' };
  draft.panel[0]!.title = ' ';
  draft.panel[0]!.time = '7:01';
  draft.panel[1]!.time = 'long';
  draft.panel[1]!.reason = 'é'.repeat(201);
  expect(draftFaults(draft, rules)).toEqual([
    { place: 'state', reason: 'missing' },
    { place: 'day', reason: 'no-day' },
    { place: 'from', reason: 'no-time' },
    { place: 'surTime', reason: 'limits', from: '0:30', to: '2:00' },
    { place: 'expression.title', reason: 'missing' },
    { place: 'expression.time', reason: 'limits', from: '5:00', to: '7:00' },
    { place: 'media.reason', reason: 'too-long' },
    { place: 'media.time', reason: 'no-length' },
  ]);
});

test.each([
  ['11:09', [{ place: 'to', reason: 'hour' }]],
  ['11:10', []],
  ['17:00', []],
  ['17:01', [{ place: 'to', reason: 'hour' }]],
])('a meeting from 11:00 to %s', (to, faults) => {
  expect(draftFaults({ ...draftOf(cuba, zone), to }, rules)).toEqual(faults);
});

test('a panel of nobody is a fault', () => {
  expect(draftFaults({ ...draftOf(cuba, zone), panel: [] }, rules)).toEqual([
    { place: 'panel', reason: 'no-panel' },
  ]);
});

test('a form follows the programme until something was typed into it', () => {
  const base = draftOf(cuba, zone);
  const mine = { ...base, to: '12:15' };
  const theirs = { ...base, surTime: '1:00' };
  expect(mergeOf(base, mine, base)).toBe('same');
  expect(mergeOf(base, base, theirs)).toBe('follow');
  expect(mergeOf(base, mine, theirs)).toBe('conflict');
  // What comes back is what was saved here.
  expect(mergeOf(base, mine, mine)).toBe('follow');
});

test('a new meeting goes right after the last one, and is as long', () => {
  const slots = [
    { startsAtMs: ELEVEN, endsAtMs: ELEVEN + HOUR / 2 },
    { startsAtMs: ELEVEN - HOUR, endsAtMs: ELEVEN },
  ];
  expect(nextSlot(slots, 0)).toEqual({
    startsAtMs: ELEVEN + HOUR / 2,
    endsAtMs: ELEVEN + HOUR,
  });
  expect(nextSlot([], ELEVEN + 1)).toEqual({
    startsAtMs: ELEVEN + HOUR,
    endsAtMs: ELEVEN + 2 * HOUR,
  });
  const slot = { startsAtMs: ELEVEN, endsAtMs: ELEVEN + HOUR };
  expect(newMeeting(slot, zone, rules)).toMatchObject({
    from: '11:00',
    to: '12:00',
    surTime: '2:00',
    panel: [{ title: '', time: '5:00' }],
  });
});

test('a copy takes the panel, and neither the State nor anybody’s name or empty chair', () => {
  const slot = { startsAtMs: ELEVEN + HOUR, endsAtMs: ELEVEN + 2 * HOUR };
  const copy = copyOf(draftOf(cuba, zone), slot, zone);
  expect(copy).toMatchObject({ id: '', stateCode: '', hardStop: '', from: '12:00', to: '13:00' });
  expect(copy.panel).toMatchObject([
    {
      id: 'expression',
      speakerName: '',
      representedBy: 'REPRESENTED_BY_UNSPECIFIED',
      time: '5:30',
    },
    { id: 'media', standing: 'STANDING_PRESENT', reason: '' },
  ]);
});

test('a meeting is called after its State, and numbered when that is taken', () => {
  expect(freeId('Côte d’Ivoire', [])).toBe('cote-d-ivoire');
  expect(freeId('Cuba', ['cuba', 'cuba-2'])).toBe('cuba-3');
});
