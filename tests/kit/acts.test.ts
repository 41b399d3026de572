import type { DescEnum } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { actName, failureOf, refusal } from '$kit/i18n/acts';
import { RefusalCodeSchema } from '$proto/live_pb';
import { ActKindSchema } from '$proto/table_pb';

/** What no screen shows. */
const unseenActs = ['ACT_KIND_UNSPECIFIED'];
const unseenRefusals = ['REFUSAL_CODE_UNSPECIFIED', 'REFUSAL_CODE_ROOM_FOUNDED'];

const namesOf = ({ values }: DescEnum) => values.map(({ name }) => name);

test.each(namesOf(ActKindSchema).filter((kind) => !unseenActs.includes(kind)))(
  '%s has a name',
  (kind) => {
    expect(actName(kind)).not.toBe('');
  },
);

test.each(namesOf(RefusalCodeSchema).filter((code) => !unseenRefusals.includes(code)))(
  '%s has a sentence of its own',
  (code) => {
    expect(refusal(code)).not.toBe(refusal('REFUSAL_CODE_UNSPECIFIED'));
  },
);

test('an unknown refusal code has a sentence', () => {
  expect(refusal('REFUSAL_CODE_NEW')).toBe('The server refused that.');
});

test('a refusal that says more than its code is a sentence of the language, without the server’s English', () => {
  const particulars = [{ name: 'most', value: '10:00' }];
  const refused = {
    kind: 'refused',
    code: 'REFUSAL_CODE_OUTSIDE_LIMITS',
    text: 'In English',
  } as const;
  expect(failureOf({ ...refused, reason: 'added_most', particulars })).toEqual({
    sentence: 'At most 10:00 minutes can be added to one statement.',
    detail: '',
  });
  expect(failureOf({ ...refused, reason: 'of_a_newer_server', particulars }).detail).toBe(
    'In English',
  );
});
