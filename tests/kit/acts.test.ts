import type { DescEnum } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { actName, refusal } from '$kit/i18n/acts';
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
