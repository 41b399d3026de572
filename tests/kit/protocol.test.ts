import { expect, test } from 'vitest';
import { parse, type Room } from '$kit/protocol';

test('durations, instants and revisions are numbers, ids stay strings', () => {
  const json =
    '{"agenda":{"programmeRevision":"12"},' +
    '"floor":{"statement":{"id":"7","allottedMs":"300000","runningSinceUnixMs":"1523437200000"}},' +
    '"list":{"inscriptions":[{"addedMs":"-30000","roundId":"0"}]}}';
  expect(parse<Room>(json)).toEqual({
    agenda: { programmeRevision: 12 },
    floor: { statement: { id: '7', allottedMs: 300_000, runningSinceUnixMs: 1_523_437_200_000 } },
    list: { inscriptions: [{ addedMs: -30_000, roundId: '0' }] },
  });
});

test('a string that looks like a number stays a string', () => {
  expect(parse('{"text":"300000","roomName":"27"}')).toEqual({ text: '300000', roomName: '27' });
});
