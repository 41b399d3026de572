// The client that docs/protocol.md prints, in Python with a stock WebSocket library, takes part in a
// meeting. It is run as it stands on the page: what the page says is enough, or this fails.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { limitMs } from './limit.ts';
import { snapshot } from './room.ts';
import { fragment, type Links, Server } from './server.ts';

const server = new Server();
let links: Links;

before(async () => {
  links = await server.start();
});
after(() => server.remove());

function printedClient(): string {
  const page = readFileSync(new URL('../../docs/protocol.md', import.meta.url), 'utf8');
  const client = /```python\n(.*?)```/s.exec(page)?.[1];
  assert.ok(client, 'docs/protocol.md prints no client in Python');
  return client;
}

async function command(act: object): Promise<void> {
  const { room, token } = fragment(links.chair);
  const answer = await fetch(`${server.origin}/api/v1/rooms/${room}/commands`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: crypto.randomUUID(), ...act }),
  });
  assert.equal(answer.status, 200, await answer.text());
}

/** Runs the client; answers what it printed once that holds every one of these. */
function clientPrints(role: keyof Links, acts: string[], expected: RegExp[]): Promise<string> {
  const { room, token } = fragment(links[role]);
  const address = server.origin.replace('http', 'ws');
  const client = spawn('/usr/bin/python3', [
    '-u',
    '-c',
    printedClient(),
    address,
    room,
    token,
    ...acts,
  ]);
  let printed = '';
  return new Promise((done, failed) => {
    const late = setTimeout(() => client.kill(), limitMs);
    const read = (text: string) => {
      printed += text;
      if (expected.every((line) => line.test(printed))) client.kill();
    };
    client.stdout.setEncoding('utf8').on('data', read);
    client.stderr.setEncoding('utf8').on('data', read);
    client.once('error', failed);
    client.once('exit', () => {
      clearTimeout(late);
      done(printed);
    });
  });
}

test('it gives the floor, and counts', async () => {
  await command({ openMeeting: { meetingId: 'cuba' } });
  const printed = await clientPrints(
    'chair',
    ['next'],
    [/accepted .*\n/, /sur has 1(20|1\d) s left/],
  );
  assert.match(printed, /accepted \{.*'revision': '3'/);
  assert.match(printed, /sur has 1(20|1\d) s left/);
  const { room } = await snapshot(links.observer);
  assert.equal(room.floor.statement?.inscriptionId, 'sur');
});

test('as an observer it follows, and is refused when it acts', async () => {
  const printed = await clientPrints('observer', ['next'], [/refused .*\n/, /sur has/]);
  assert.match(printed, /refused \{.*REFUSAL_CODE_NOT_PERMITTED/);
  assert.match(printed, /sur has/);
  assert.doesNotMatch(printed, /has \d{4}/, 'it counts rightly from the first line on');
});

test('an invalid token is refused and ends the connection', async () => {
  links.display = links.display.replace(/token=.*/, 'token=' + '0'.repeat(26));
  assert.match(await clientPrints('display', [], [/Refused: .*4401/]), /Refused: .*4401/);
});
