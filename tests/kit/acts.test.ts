import { expect, test } from 'vitest';
import { actName, refusal } from '$kit/i18n/acts';
import { RefusalCode } from '$proto/live_pb';
import { ActKind } from '$proto/table_pb';

/** Acts and refusals that no screen meets: founding a room. */
const unseenActs = [ActKind.UNSPECIFIED, ActKind.FOUND_ROOM];
const unseenRefusals = [RefusalCode.UNSPECIFIED, RefusalCode.ROOM_FOUNDED];

const numbers = (values: object) =>
  Object.values(values).filter((value): value is number => typeof value === 'number');

test.each(numbers(ActKind).filter((kind) => !unseenActs.includes(kind)))(
  'act %i has a name',
  (kind) => {
    expect(actName(kind)).not.toBe('');
  },
);

test.each(numbers(RefusalCode).filter((code) => !unseenRefusals.includes(code)))(
  'refusal %i has a sentence of its own',
  (code) => {
    expect(refusal(code)).not.toBe(refusal(RefusalCode.UNSPECIFIED));
  },
);

test('a refusal of a newer server is still said', () => {
  expect(refusal(999 as RefusalCode)).toBe('The server refused that.');
});
