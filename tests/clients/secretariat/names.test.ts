import { expect, test } from 'vitest';
import { comparable, namedPlates, othersOf } from '../../../clients/secretariat/model/names';
import { received } from '../../kit/received';
import { HiddenNameSchema, PlannedMeetingSchema } from '$proto/programme_pb';

const meeting = (id: string, ...names: string[]) =>
  received(PlannedMeetingSchema, {
    id,
    panel: names.map((speakerName, place) => ({
      id: `${id}-${place}`,
      kind: 'DELEGATION_KIND_NHRI' as const,
      title: `Plate ${place}`,
      speakerName,
    })),
  });
const hidden = (delegationId: string, person: number, erased = false) =>
  received(HiddenNameSchema, { meetingId: 'cuba', delegationId, person, erased });

const plates = namedPlates(
  [meeting('cuba', 'Ana Réal', 'Bob', '', '', ''), meeting('chad', 'ana  REAL', '')],
  [hidden('cuba-2', 1), hidden('cuba-3', 1), hidden('cuba-4', 1, true)],
);
const ids = (found: typeof plates) => found.map(({ id }) => id);

test('a person who is withheld at one plate is found at the others of all meetings', () => {
  expect(ids(othersOf('withhold', plates[0]!, plates))).toEqual(['chad-0']);
  expect(othersOf('withhold', plates[1]!, plates)).toEqual([]);
  expect(othersOf('withhold', plates[2]!, plates)).toEqual([]);
});

test('a person who is erased at one plate is found where the name is withheld', () => {
  expect(ids(othersOf('erase', plates[2]!, plates))).toEqual(['cuba-3']);
  expect(othersOf('erase', plates[0]!, plates)).toEqual([]);
  expect(plates[4]).toMatchObject({ hidden: 'erased', name: '' });
});

test('names are compared without accents, capitals and punctuation', () => {
  expect(comparable(' RE\u0301AL,  A\u200B. ')).toBe('real a');
  expect(comparable('\u3164Ali\u115Fce\u2800\uFFA0')).toBe('alice');
  expect(comparable('محمّد')).toBe(comparable('محمد'));
  expect(comparable('Alice')).not.toBe(comparable('Alicia'));
});
