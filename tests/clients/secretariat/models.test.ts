import type { Standing } from '$kit/protocol';
import { received } from '../../kit/received';
import { expect, test } from 'vitest';
import { PlannedMeetingSchema } from '$proto/programme_pb';
import { MeetingSummarySchema, RollSchema } from '$proto/room_pb';
import { RulesSchema } from '$proto/table_pb';
import { byMeeting, kindKey } from '../../../clients/secretariat/model/figures';
import { keyCommandOf } from '../../../clients/secretariat/model/keys';
import { secondsOf, writtenSeconds } from '../../../clients/secretariat/model/minutes';
import { isWordOf, wordOf } from '../../../clients/secretariat/model/names';
import { fitsTheLink } from '../../../clients/secretariat/model/message_size';
import { previewOf, toImport } from '../../../clients/secretariat/model/preview';
import { isDigits, rowsFound } from '../../../clients/secretariat/model/report_document';
import {
  countOf,
  marksOf,
  guestMarksOf,
  guestMarksOfClosed,
  guestRows,
  marksOfClosed,
  rollRows,
  newGuest,
} from '../../../clients/secretariat/model/roll';
import { rulesDraftOf, rulesFaults, rulesOf } from '../../../clients/secretariat/model/rules_form';
import { along, scaleFor } from '../../../clients/secretariat/model/scale';
import { tabOf, withTab } from '../../../clients/secretariat/model/tabs';
import { dayTimeOf, instantOf } from '../../../clients/secretariat/model/zone';

const MINUTE = 60_000;

test('a room’s clock is read and set in its own time zone, summer and winter', () => {
  expect(dayTimeOf(Date.UTC(2018, 3, 11, 7), 'Europe/Zurich')).toEqual({
    day: '2018-04-11',
    time: '09:00',
  });
  expect(instantOf('2018-04-11', '09:00', 'Europe/Zurich')).toBe(Date.UTC(2018, 3, 11, 7));
  expect(instantOf('2018-01-11', '9:00', 'Europe/Zurich')).toBe(Date.UTC(2018, 0, 11, 8));
  expect(instantOf('2018-04-11', '09:00', 'Asia/Kolkata')).toBe(Date.UTC(2018, 3, 11, 3, 30));
});

test('an hour that is repeated is the first one, one that is left out is later', () => {
  expect(instantOf('2018-10-28', '02:30', 'Europe/Zurich')).toBe(Date.UTC(2018, 9, 28, 0, 30));
  expect(instantOf('2018-03-25', '02:30', 'Europe/Zurich')).toBe(Date.UTC(2018, 2, 25, 1, 30));
});

test('what is no day and no time is no instant', () => {
  expect(instantOf('11 April', '09:00', 'UTC')).toBeUndefined();
  expect(instantOf('2018-04-11', '24:00', 'UTC')).toBeUndefined();
  expect(instantOf('2018-04-11', 'nine', 'UTC')).toBeUndefined();
});

test('minutes are read as people write them', () => {
  expect(['5', '5:30', '5.5', '5,25', '90:00'].map(secondsOf)).toEqual([300, 330, 330, 315, 5400]);
  expect(['', '5:60', '-5', 'five'].map(secondsOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(writtenSeconds(65)).toBe('1:05');
});

test('a command of more than 15 KiB does not go by the live link', () => {
  const plan = (length: number) => ({
    case: 'planMeetings' as const,
    value: {
      meetings: [
        received(PlannedMeetingSchema, { id: 'cuba', panel: [{ title: 'é'.repeat(length) }] }),
      ],
    },
  });
  expect(fitsTheLink(plan(7000))).toBe(true);
  expect(fitsTheLink(plan(8000))).toBe(false);
});

const planned = (id: string) => received(PlannedMeetingSchema, { id });

test('a file is previewed for this room: what is new, what it changes, what it cannot', () => {
  const there = [
    received(MeetingSummarySchema, { id: 'cuba', course: 'COURSE_PLANNED' }),
    received(MeetingSummarySchema, { id: 'canada', course: 'COURSE_CLOSED' }),
  ];
  const meetings = ['cuba', 'canada', 'chad'].map(planned);
  const rooms = [
    { id: 'xx', meetings: [planned('cuba')] },
    { id: 'xxvii', meetings },
  ];
  const preview = previewOf({ rooms, meetings: [] }, 'xxvii', there);
  expect(preview.meetings.map(({ change }) => change)).toEqual(['edit', 'closed', 'new']);
  expect(preview.elsewhere).toBe(1);
  expect(toImport(preview).map(({ id }) => id)).toEqual(['cuba', 'chad']);
  expect(previewOf({ meetings }, 'xxvii', there).meetings).toHaveLength(3);
});

test('what a file does to the plates is shown at their meeting', () => {
  const removed = {
    meetingId: 'chad',
    plateId: 'media',
    fate: 'removed' as const,
    title: 'National CSO: media',
    formerTitle: '',
    name: 'unchanged' as const,
    standing: 'STANDING_ABSENT' as const,
    absenceReason: 'Stopped at the border',
  };
  const meetings = [planned('cuba'), planned('chad')];
  const preview = previewOf({ meetings, plates: [removed] }, 'xxvii', []);
  expect(preview.meetings.map(({ plates }) => plates)).toEqual([[], [removed]]);
});

test('nothing of a file with a fault is imported', () => {
  const faults = [{ row: 5, column: 'C', heading: 'Minutes', reason: 'Too long.' }];
  expect(toImport(previewOf({ meetings: [planned('chad')], faults }, 'xxvii', []))).toEqual([]);
});

test('nothing is imported before somebody has said how the dates are meant', () => {
  const dates = [{ row: 2, text: '4/5/2027', dayFirst: '2027-05-04', monthFirst: '2027-04-05' }];
  const faults = [{ row: 2, column: 'A', heading: 'Date', reason: '…', code: 'date_two_ways' }];
  const preview = previewOf({ meetings: [planned('chad')], faults, dates }, 'xxvii', []);
  expect(preview.faults).toEqual([]);
  expect(preview.dates).toEqual(dates);
  expect(toImport(preview)).toEqual([]);
});

test('the roll knows Missions that are present, those that left, and nobody else', () => {
  const mission = (stateCode: string, standing: Standing) => ({
    kind: 'DELEGATION_KIND_MISSION' as const,
    stateCode,
    standing,
  });
  const roll = received(RollSchema, {
    delegations: [
      { kind: 'DELEGATION_KIND_MODERATOR', standing: 'STANDING_PRESENT' },
      mission('FR', 'STANDING_PRESENT'),
      mission('CH', 'STANDING_ABSENT'),
    ],
  });
  const marks = marksOf(roll);
  expect([...marks]).toEqual([
    ['FR', 'present'],
    ['CH', 'left'],
  ]);
  expect(countOf(marks, 'left')).toBe(1);
  const found = ['FR', 'CH', 'PE'].map((code) => ({ code, name: code }));
  const codes = (filter: 'all' | 'present' | 'away') =>
    rollRows(found, marks, filter).map(({ id }) => id);
  expect(codes('present')).toEqual(['FR', 'CH']);
  expect(codes('away')).toEqual(['PE']);
  expect(codes('all')).toEqual(['FR', 'CH', 'PE']);
});

test('the roll knows guests by their names, and offers who is neither a State nor on it', () => {
  const roll = received(RollSchema, {
    delegations: [
      { kind: 'DELEGATION_KIND_ORGANISATION', title: 'Réseau Santé', standing: 'STANDING_ABSENT' },
      { kind: 'DELEGATION_KIND_ORGANISATION', title: 'UNICEF', standing: 'STANDING_PRESENT' },
      { kind: 'DELEGATION_KIND_MISSION', stateCode: 'FR', standing: 'STANDING_PRESENT' },
    ],
  });
  const marks = guestMarksOf(roll);
  expect([...marks]).toEqual([
    ['Réseau Santé', 'left'],
    ['UNICEF', 'present'],
  ]);
  const names = (query: string, filter: 'all' | 'present' | 'away') =>
    guestRows(marks, query, filter).map(({ id }) => id);
  expect(names('', 'all')).toEqual(['Réseau Santé', 'UNICEF']);
  expect(names('reseau', 'present')).toEqual(['Réseau Santé']);
  expect(names('', 'away')).toEqual([]);
  expect(newGuest(' European Union ', [], marks)).toBe('European Union');
  expect(newGuest('UNICEF', [], marks)).toBe('');
  expect(newGuest('Fra', [{ code: 'FR' }], marks)).toBe('');
  expect(newGuest(' ', [], marks)).toBe('');
});

test('the roll of a closed meeting is who attended it, and who left before its end', () => {
  expect([
    ...guestMarksOfClosed([
      { name: 'UNICEF', meetings: 1, left: 0 },
      { name: 'UNHCR', meetings: 1, left: 1 },
    ]),
  ]).toEqual([
    ['UNICEF', 'present'],
    ['UNHCR', 'left'],
  ]);
  expect(guestMarksOfClosed(undefined).size).toBe(0);
  const attendance = [
    { state: { code: 'FR', name: 'France' }, meetings: 1, left: 0 },
    { state: { code: 'PE', name: 'Peru' }, meetings: 1, left: 1 },
  ];
  expect([...marksOfClosed(attendance)]).toEqual([
    ['FR', 'present'],
    ['PE', 'left'],
  ]);
  expect(marksOfClosed(undefined).size).toBe(0);
});

test('a name is erased by typing the longest word of its plate', () => {
  const title = 'National CSO: enforced disappearances';
  expect(wordOf(title)).toBe('disappearances');
  expect(isWordOf(title, ' Disappearances ')).toBe(true);
  expect(isWordOf(title, 'disappearance')).toBe(false);
  expect(isWordOf('', '')).toBe(false);
  expect(wordOf('منظمة حقوق الإنسان')).toBe('الإنسان');
});

const rules = received(RulesSchema, {
  surShortestMs: 30_000,
  surLongestMs: 120_000,
  panelShortestMs: 300_000,
  panelLongestMs: 420_000,
  warningMs: 60_000,
  reserveMs: 900_000,
  questionMs: 120_000,
  answersMs: 240_000,
  replyMs: 120_000,
  repliesEach: 2,
  pointOfOrderMs: 90_000,
  order: 'SPEAKING_ORDER_NHRI_FIRST',
});

test('rules go through their form unchanged', () => {
  const draft = rulesDraftOf(rules);
  expect(draft).toMatchObject({ reserveMs: '15:00', pointOfOrderMs: '1:30', nhriFirst: true });
  expect(rulesFaults(draft)).toEqual([]);
  expect(rulesOf(draft)).toEqual(rules);
});

test('rules outside their bounds are reported field by field', () => {
  const draft = rulesDraftOf(rules);
  expect(
    rulesFaults({
      ...draft,
      surShortestMs: '3:00',
      questionMs: '0:09',
      replyMs: '',
      repliesEach: '11',
    }),
  ).toEqual([
    { place: 'questionMs', reason: 'limits', from: '0:10', to: '60:00' },
    { place: 'replyMs', reason: 'no-length' },
    { place: 'surLongestMs', reason: 'crossed' },
    { place: 'repliesEach', reason: 'limits', from: '0', to: '10' },
  ]);
});

test('a scale holds the longest bar in a few round steps', () => {
  expect(scaleFor([])).toEqual({ toMs: MINUTE, ticksMs: [0, MINUTE] });
  expect(scaleFor([7 * MINUTE]).ticksMs.map((ms) => ms / MINUTE)).toEqual([0, 2, 4, 6, 8]);
  expect(scaleFor([348 * MINUTE]).ticksMs.map((ms) => ms / MINUTE)).toEqual([0, 120, 240, 360]);
  const huge = scaleFor([1e9]);
  expect(huge.toMs).toBeGreaterThanOrEqual(1e9);
  expect(huge.ticksMs.length).toBeLessThanOrEqual(6);
});

test('a bar ends where its time is on the scale', () => {
  const scale = scaleFor([8 * MINUTE]);
  expect([0, 2, 8, 9].map((minutes) => along(scale, minutes * MINUTE))).toEqual([0, 25, 100, 100]);
});

test('speakers are grouped by meeting, in the order received', () => {
  const one = (meeting_id: string, title: string) => ({
    meeting_id,
    title,
    state_code: '',
    state: { code: 'CU', name: 'Cuba' },
    kind: 'QUESTION',
    allotted_ms: 120_000,
    used_ms: 90_000,
    turns: 1,
  });
  const speakers = [one('cuba', 'a'), one('chad', 'b'), one('cuba', 'c')];
  expect(byMeeting(speakers).map((each) => each.speakers.map(({ title }) => title))).toEqual([
    ['a', 'c'],
    ['b'],
  ]);
});

test('names of kinds and roles are read with and without their prefix', () => {
  expect(kindKey('INSCRIPTION_KIND_QUESTION')).toBe('QUESTION');
  expect(kindKey('question')).toBe('QUESTION');
});

test('rows of a report are found by what any of their cells says', () => {
  const rows = [
    ['1', 'Meeting opened', 'Cuba'],
    ['2', 'Floor given', 'Canada'],
  ];
  expect(rowsFound(rows, '')).toBe(rows);
  expect(rowsFound(rows, ' CUB ')).toEqual([rows[0]]);
  expect(rowsFound(rows, 'floor')).toEqual([rows[1]]);
  expect(rowsFound(rows, 'Chad')).toEqual([]);
});

test('instants and lengths are digits, texts with digits are not', () => {
  expect(['2018-04-11 09:30:10', '09:30:10', '1:50', '7'].every(isDigits)).toBe(true);
  expect(['Room 27', '', '1:50 passed on'].some(isDigits)).toBe(false);
});

test('the address names a section, and keeps its other parts', () => {
  expect(tabOf('#room=xxvii&token=t&tab=roll')).toBe('roll');
  expect(tabOf('#room=xxvii&token=t')).toBe('floor');
  expect(withTab('#room=xxvii&token=t&tab=roll', 'names')).toBe('#room=xxvii&token=t&tab=names');
});

test('keys lead to the sections, and what belongs to the browser is left to it', () => {
  const key = (key: string, held: object = {}) =>
    keyCommandOf({
      key,
      code: '',
      shiftKey: false,
      altKey: false,
      ctrlKey: false,
      metaKey: false,
      ...held,
    });
  expect(key('3')).toEqual({ tab: 'roll' });
  expect(key('8')).toEqual({ tab: 'record' });
  expect(key('9')).toBeUndefined();
  expect(key('?')).toBe('help');
  expect(key('N')).toBe('new');
  expect(key('s', { ctrlKey: true })).toBe('save');
  expect(key('ы', { code: 'KeyS', ctrlKey: true })).toBe('save');
  expect(key('т', { code: 'KeyN' })).toBe('new');
  expect(key('"', { code: 'Digit3' })).toEqual({ tab: 'roll' });
  expect(key('n', { ctrlKey: true })).toBeUndefined();
  expect(key('ArrowUp', { altKey: true })).toBe('moveUp');
  expect(key('ArrowUp')).toBeUndefined();
});
