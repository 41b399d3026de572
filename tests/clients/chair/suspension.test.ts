import { expect, test } from 'vitest';
import { leaveOpen, moveReturn, suspendFor } from '../../../clients/chair/model/suspension';
import { TEN } from './rooms';

const minutes = (count: number) => TEN + count * 60_000;
const at = (resumesAtUnixMs: number) => ({
  case: 'suspendMeeting',
  value: { meetingId: 'cuba', resumesAtUnixMs },
});

test('a break ends at a whole minute, and is never shorter than said', () => {
  expect(suspendFor('cuba', 15, TEN)).toEqual(at(minutes(15)));
  expect(suspendFor('cuba', 15, TEN + 1)).toEqual(at(minutes(16)));
  expect(suspendFor('cuba', 0, TEN)).toEqual(at(0));
});

test('the time of return is moved from the one that was said, and stays in the future', () => {
  const meeting = { id: 'cuba', resumesAtUnixMs: minutes(15) };
  expect(moveReturn(meeting, 5, minutes(2))).toEqual(at(minutes(20)));
  expect(moveReturn(meeting, -5, minutes(2))).toEqual(at(minutes(10)));
  expect(moveReturn(meeting, -5, minutes(13))).toEqual(at(minutes(14)));
  expect(moveReturn(meeting, 5, minutes(16) + 1)).toEqual(at(minutes(22)));
});

test('without a time of return it is counted from now, and can be taken away', () => {
  expect(moveReturn({ id: 'cuba', resumesAtUnixMs: 0 }, 5, TEN + 1)).toEqual(at(minutes(6)));
  expect(leaveOpen({ id: 'cuba' })).toEqual(at(0));
});
