// The tokens of a running server: connections end with them, they are rotated, and nothing reveals them.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test, type TestContext } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

interface ServerMessage {
  welcome?: object;
  goodbye?: { reason: string };
  refused?: { code: string };
}

/** A live connection that speaks JSON. */
class Live {
  private readonly socket: WebSocket;
  readonly received: string[] = [];
  /** Resolves with the close code when the server has closed it. */
  readonly closed: Promise<number>;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.addEventListener('message', ({ data }) => this.received.push(String(data)));
    this.closed = new Promise((closed) =>
      socket.addEventListener('close', ({ code }) => closed(code)),
    );
  }

  static async join(t: TestContext, server: Serving, token: string, device = ''): Promise<Live> {
    const address = `${server.origin.replace('http', 'ws')}/api/v1/rooms/xxvii/live`;
    const socket = new WebSocket(address, 'rostrum.v1.json');
    t.after(() => socket.close());
    const live = new Live(socket);
    await once(socket, 'open');
    socket.send(JSON.stringify({ hello: { token, device } }));
    while (live.received.length === 0 && socket.readyState === WebSocket.OPEN) await delay(5);
    return live;
  }

  get first(): ServerMessage {
    return JSON.parse(this.received[0] ?? '{}') as ServerMessage;
  }
  get last(): ServerMessage {
    return JSON.parse(this.received.at(-1) ?? '{}') as ServerMessage;
  }
  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }
}

async function issue(data: string, role: string, ...more: string[]): Promise<string> {
  const args = ['token', 'issue', '--data', data, '--room', 'xxvii', '--role', role];
  const { code, out, err } = await rostrum([...args, ...more]);
  assert.equal(code, 0, err);
  return out.trim();
}

/** Finds a token's id by its label. */
async function idOf(data: string, label: string): Promise<string> {
  const { out } = await rostrum(['token', 'list', '--data', data]);
  const [, id] = out.match(new RegExp(`^(\\S+) .*  ${label}$`, 'm')) ?? [];
  assert.ok(id, out);
  return id;
}

test('revoking a token from the shell ends its live connections, and no others', async (t) => {
  const data = dataFolder(t);
  const server = await Serving.start(t, data, '--demo');
  const token = await issue(data, 'chair', '--label', 'Lost tablet');
  const tablets = [await Live.join(t, server, token), await Live.join(t, server, token)];
  const other = await Live.join(t, server, server.token('Chair'));
  for (const live of [...tablets, other]) assert.ok(live.first.welcome);

  const id = await idOf(data, 'Lost tablet');
  assert.equal((await rostrum(['token', 'revoke', '--data', data, id])).code, 0);
  const revoked = performance.now();
  for (const tablet of tablets) {
    assert.equal(await tablet.closed, 4401);
    assert.deepEqual(tablet.last, { goodbye: { reason: 'REASON_REVOKED' } });
  }
  const took = performance.now() - revoked;
  t.diagnostic(`cut off ${took.toFixed(0)} ms after the command had ended`);

  other.send({ command: { id: 'still-here-1', openMeeting: { meetingId: 'cuba' } } });
  while (!other.received.some((text) => text.includes('"accepted"'))) await delay(5);
  const again = await Live.join(t, server, token);
  assert.equal(await again.closed, 4401);
});

test('a rotated token has the same grant; the old one ends at once, or after its grace', async (t) => {
  const data = dataFolder(t);
  const server = await Serving.start(t, data, '--demo');
  const rotate = async (label: string, ...more: string[]) => {
    const args = ['token', 'rotate', '--data', data, await idOf(data, label), ...more];
    const { code, out, err } = await rostrum(args);
    assert.equal(code, 0, err);
    return out.trim();
  };
  const open = async (token: string) => (await server.get('/api/v1/access', token)).status;

  const old = await issue(data, 'chair', '--label', 'Tablet');
  const tablet = await Live.join(t, server, old);
  assert.ok(tablet.first.welcome);
  const fresh = await rotate('Tablet');
  assert.notEqual(fresh, old);
  assert.equal(await tablet.closed, 4401);
  assert.deepEqual([await open(old), await open(fresh)], [401, 200]);

  const later = await rotate('Tablet', '--grace', '5');
  assert.deepEqual([await open(fresh), await open(later)], [200, 200]);

  await issue(data, 'display', '--label', 'Wall');
  const link = await rotate('Wall', '--public-url', 'https://floor.example');
  assert.match(link, /^https:\/\/floor\.example\/display\/#room=xxvii&token=[0-9a-z]{26}$/);

  const unknown = await rostrum(['token', 'rotate', '--data', data, '0000000000']);
  assert.deepEqual([unknown.code, unknown.out], [2, '']);
  assert.match(unknown.err, /There is no token `0000000000`/);
});

test('the code for Missions gets a new token when the previous one is revoked', async (t) => {
  const data = dataFolder(t);
  const server = await Serving.start(t, data, '--demo');
  const shown = async () => {
    const answer = await server.get('/api/v1/rooms/xxvii/floor-link', server.token('Room display'));
    const { url } = (await answer.json()) as { url: string };
    return url.slice(url.indexOf('token=') + 6);
  };
  const first = await shown();
  assert.equal(await shown(), first);
  const id = await idOf(data, 'shown to Missions');
  assert.equal((await rostrum(['token', 'revoke', '--data', data, id])).code, 0);
  const second = await shown();
  assert.notEqual(second, first);
  assert.equal((await server.get('/api/v1/access', second)).status, 200);
});

test('a paired screen is not rotated', async (t) => {
  const data = dataFolder(t);
  const server = await Serving.start(t, data, '--demo');
  await pair(server, 'Left wall');
  const id = await idOf(data, 'screen-1 Left wall');
  const { code, err } = await rostrum(['token', 'rotate', '--data', data, id]);
  assert.equal(code, 2);
  assert.match(err, /is of a paired screen: shut it out on the secretariat's page/);
});

test('no token, code, secret or name is in a log message, metric or error', async (t) => {
  const data = dataFolder(t);
  const server = await Serving.start(t, data, '--demo', '--links', 'never');
  const secretariat = await issue(data, 'secretariat', '--label', 'Laptop');
  const chair = await issue(data, 'chair', '--label', 'Tablet');
  const wrong = '3v3ryw0rdth1stestsearches4';
  const name = 'Ms. Name-That-Is-Withheld';
  const device = 'Device-Of-The-Chair';
  const errors: string[] = [];
  const fails = async (answer: Promise<Response>) => {
    const response = await answer;
    assert.ok(response.status >= 400, String(response.status));
    errors.push(await response.text(), JSON.stringify([...response.headers]));
  };

  // Accepted requests.
  const command = (token: string, id: string, act: object) => server.command(token, { id, ...act });
  const plate = { meetingId: 'cuba', delegationId: 'cso-1' };
  const programme = await (await server.get('/api/v1/rooms/xxvii/programme', secretariat)).json();
  const [meeting] = (programme as { room: { meetings: { id: string; panel: { id: string }[] }[] } })
    .room.meetings;
  Object.assign(plate, { meetingId: meeting?.id, delegationId: meeting?.panel[0]?.id });
  const named = await command(secretariat, 'name-speaker-1', { nameSpeaker: { ...plate, name } });
  assert.equal(named.status, 200, await named.text());
  const withheld = await command(secretariat, 'withhold-1', { withholdName: plate });
  assert.equal(withheld.status, 200);
  const live = await Live.join(t, server, chair, device);
  assert.ok(live.first.welcome);
  const { code, secret, token: paired } = await pair(server, 'Left wall', secretariat);

  // Rejected requests.
  await fails(server.get('/api/v1/access', wrong));
  await fails(server.get('/api/v1/rooms/xxvii', wrong));
  await fails(server.get(`/api/v1/rooms/${wrong}`, chair));
  await fails(server.get(`/api/v1/${wrong}`, chair));
  await fails(server.get('/api/v1/pairing', secret));
  await fails(server.get('/api/v1/rooms/xxvii/record', chair));
  await fails(letIn(server, secretariat, code, 'Right wall'));
  await fails(command(chair, 'withhold-2', { withholdName: plate }));
  await fails(command(secretariat, 'withhold-3', { withholdName: plate }));
  await fails(command(chair, 'next-1', { nextt: {} }));
  const refused = await Live.join(t, server, wrong);
  assert.equal(await refused.closed, 4401);
  live.send({ hello: { token: secretariat } });
  assert.equal(await live.closed, 4400);
  errors.push(live.received.at(-1) ?? '');

  const metrics = await (await server.get('/metrics')).text();
  assert.match(metrics, /^rostrum_not_admitted_total [1-9]/m);
  assert.equal(await server.end('SIGTERM'), 0);
  const secrets = { secretariat, chair, wrong, name, device, code, secret, paired };
  const outputs = { log: server.log, out: server.out, metrics, errors: errors.join('\n') };
  for (const [where, text] of Object.entries(outputs)) {
    assert.ok(text.length > 0, where);
    for (const [what, value] of Object.entries(secrets))
      assert.ok(!text.toLowerCase().includes(value.toLowerCase()), `${what} is in ${where}`);
  }
});

function letIn(server: Serving, secretariat: string, code: string, name: string) {
  return fetch(`${server.origin}/api/v1/screens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secretariat}` },
    body: JSON.stringify({ code, roomId: 'xxvii', role: 'ROLE_DISPLAY', name }),
  });
}

/** Admits a screen by its code. */
async function pair(server: Serving, name: string, secretariat = server.token('Secretariat')) {
  const asked = await fetch(`${server.origin}/api/v1/pairings`, { method: 'POST' });
  const { code, secret } = (await asked.json()) as { code: string; secret: string };
  assert.equal((await letIn(server, secretariat, code, name)).status, 200);
  const fetched = await (await server.get('/api/v1/pairing', secret)).json();
  const { token } = fetched as { token: string };
  assert.match(token, /^[0-9a-z]{26}$/);
  return { code, secret, token };
}
