import { expect, test } from 'vitest';
import { parse, type Room } from '$kit/protocol';

test('lengths of time, instants and revisions are numbers, and ids stay texts', () => {
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

test('a text is kept as it is, whatever it looks like', () => {
  expect(parse('{"text":"300000","roomName":"27"}')).toEqual({ text: '300000', roomName: '27' });
});
