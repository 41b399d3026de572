import { expect, test } from 'vitest';
import { plateOf } from '../../../clients/secretariat/model/latest_act';

const plates = [
  { id: 'plate-1', title: 'Of Cuba' },
  { id: 'plate-2', title: 'Another of Cuba' },
];

test('an act on another meeting is about none of the plates of this one', () => {
  const act = { meetingId: 'cuba', delegationId: 'plate-1' };
  expect(plateOf(act, 'cuba', plates)?.title).toBe('Of Cuba');
  expect(plateOf(act, 'germany', plates)).toBeUndefined();
  expect(plateOf({ ...act, delegationId: '' }, 'cuba', plates)).toBeUndefined();
});
