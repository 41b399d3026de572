// Cards on the real program: issued, opened, replaced, revoked, guessed.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

interface Issued {
  cards: { card: { id: string }; code: string; url: string }[];
}

const path = '/api/v1/rooms/xxvii/cards';

const post = (server: Serving, to: string, body: object, token = server.token('Secretariat')) =>
  fetch(server.origin + to, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });

async function issue(server: Serving, body: object): Promise<Issued['cards']> {
  const answer = await post(server, path, body);
  assert.equal(answer.status, 200, await answer.clone().text());
  return ((await answer.json()) as Issued).cards;
}

const open = (server: Serving, code: string) =>
  fetch(`${server.origin}/api/v1/cards/open`, { method: 'POST', body: JSON.stringify({ code }) });

const tokenOf = (url: string) => new URLSearchParams(new URL(url).hash.slice(1)).get('token') ?? '';

const cuba = { holder: { stateCode: 'CU' } };
const union = { holder: { name: ' European Union ' }, identity: 'eu@un.example' };

/** A live connection that has said Hello; resolves with the code that closes it. */
async function connect(server: Serving, token: string) {
  const url = server.origin.replace('http', 'ws') + '/api/v1/rooms/xxvii/live';
  const socket = new WebSocket(url, 'rostrum.v1.json');
  const closed = new Promise<number>((resolve) => {
    socket.addEventListener('close', ({ code }) => resolve(code));
  });
  await once(socket, 'open');
  socket.send(JSON.stringify({ hello: { token, device: 'phone-0123456789abcdef' } }));
  const [event] = (await once(socket, 'message')) as [MessageEvent<string>];
  const { welcome } = JSON.parse(event.data) as { welcome?: { role: string } };
  return { role: welcome?.role, closed };
}

test('a card opens the page of Missions by its link and by its letters', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const [card, other] = await issue(server, { cards: [cuba, union] });
  assert.ok(card && other);
  assert.match(card.code, /^[BCDFGHJKLMNPQRSTVWXYZ]{6}$/);
  assert.ok(card.url.startsWith(`${server.origin}/delegation/#room=xxvii&token=`));

  const typed = `${card.code.slice(0, 3).toLowerCase()} ${card.code.slice(3)}`;
  const opened = (await (await open(server, typed)).json()) as Record<string, unknown>;
  assert.equal(opened.roomId, 'xxvii');
  assert.equal(opened.role, 'ROLE_DELEGATION');
  assert.deepEqual(opened.holder, {
    stateCode: 'CU',
    name: '',
    delegationId: '',
    meetingId: '',
  });
  const access = await (await server.get('/api/v1/access', tokenOf(other.url))).json();
  assert.deepEqual((access as Record<string, unknown>).holder, {
    stateCode: '',
    name: 'European Union',
    delegationId: '',
    meetingId: '',
  });

  const listed = await (await server.get(path, server.token('Secretariat'))).text();
  assert.match(listed, /"id":"card-1"/);
  assert.match(listed, /"most":400/);
  for (const secret of [card.code, tokenOf(card.url), other.code, tokenOf(other.url)])
    assert.ok(!listed.includes(secret));
});

test('a lost card is replaced in one act: the old one ends, and its connections close', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const [card, other] = await issue(server, { cards: [cuba, union] });
  assert.ok(card && other);
  const { token } = (await (await open(server, card.code)).json()) as { token: string };
  const byLink = await connect(server, tokenOf(card.url));
  const byLetters = await connect(server, token);
  const untouched = await connect(server, tokenOf(other.url));
  assert.equal(byLink.role, 'ROLE_DELEGATION');

  const [again] = await issue(server, { replaced: [card.card.id] });
  assert.ok(again);
  assert.equal(await byLink.closed, 4401);
  assert.equal(await byLetters.closed, 4401);
  for (const old of [token, tokenOf(card.url)])
    assert.equal((await server.get('/api/v1/access', old)).status, 401);
  assert.equal((await open(server, card.code)).status, 404);
  assert.equal((await open(server, again.code)).status, 200);

  const gone = await post(server, `${path}/revoke`, { cards: [other.card.id] });
  assert.equal(gone.status, 204);
  assert.equal(await untouched.closed, 4401);
  assert.equal((await open(server, other.code)).status, 404);
});

test('what is wrong changes nothing, and only the secretariat issues cards', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const refused = async (body: object, status: number, code: string) => {
    const answer = await post(server, path, body);
    assert.equal(answer.status, status, JSON.stringify(body));
    assert.match(await answer.text(), new RegExp(`"code":"${code}"`));
  };
  await refused({ cards: [{ holder: { stateCode: 'XX' } }] }, 400, 'MALFORMED');
  await refused({ cards: [{ holder: {} }] }, 400, 'MALFORMED');
  await refused({ cards: [{ holder: { stateCode: 'CU', name: 'Cuba' } }] }, 400, 'MALFORMED');
  await refused({ cards: [{ holder: { name: 'x'.repeat(401) } }] }, 400, 'MALFORMED');
  await refused({ cards: [{ ...union, identity: 'x'.repeat(257) }] }, 400, 'MALFORMED');
  await refused({ cards: [cuba, cuba] }, 409, 'CARD_EXISTS');
  await refused({ replaced: ['card-1', 'card-1'] }, 400, 'MALFORMED');
  const plate = { name: 'National human rights institution', delegationId: 'nhri' };
  const ofPlate = (holder: object) => ({ cards: [{ holder }] });
  await refused(ofPlate(plate), 400, 'MALFORMED');
  await refused(
    ofPlate({ stateCode: 'CU', meetingId: 'canada', delegationId: 'x' }),
    400,
    'MALFORMED',
  );
  await refused(ofPlate({ ...plate, meetingId: 'nowhere' }), 404, 'NOT_FOUND');
  await refused(ofPlate({ ...plate, meetingId: 'canada', name: 'Another' }), 404, 'NOT_FOUND');
  await refused(
    ofPlate({ name: 'Cuba', meetingId: 'cuba', delegationId: 'sur' }),
    404,
    'NOT_FOUND',
  );
  await refused({ replaced: ['card-1'] }, 404, 'NOT_FOUND');
  const names = Array.from({ length: 401 }, (_, i) => ({ holder: { name: `${i}` } }));
  await refused({ cards: names }, 409, 'TOO_MANY_CARDS');
  assert.match(await (await server.get(path, server.token('Secretariat'))).text(), /"cards":\[\]/);
  for (const meetingId of ['canada', 'germany'])
    assert.equal((await post(server, path, ofPlate({ ...plate, meetingId }))).status, 200);

  for (const role of ['Chair', 'Room display', 'Missions']) {
    assert.equal((await server.get(path, server.token(role))).status, 403, role);
    assert.equal((await post(server, path, { cards: [cuba] }, server.token(role))).status, 403);
    const revoked = await post(server, `${path}/revoke`, { cards: [] }, server.token(role));
    assert.equal(revoked.status, 403);
  }
});

test('after ten wrong tries an address can open cards by their links only', async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  const [card] = await issue(server, { cards: [cuba] });
  assert.ok(card);
  const wrong = card.code === 'BCDFGH' ? 'BCDFGJ' : 'BCDFGH';
  // At once, so that a check that waits for the disk lets none through uncounted.
  const tries = await Promise.all(Array.from({ length: 30 }, () => open(server, wrong)));
  const statuses = tries.map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 404).length, 10);
  assert.equal(statuses.filter((status) => status === 429).length, 20);
  assert.equal((await open(server, card.code)).status, 429);
  assert.equal((await server.get('/api/v1/access', tokenOf(card.url))).status, 200);
});

test('rostrum card issues, lists, replaces and revokes on a running server', async (t) => {
  const data = dataFolder(t);
  const server = await Serving.start(t, data, '--demo');
  const card = (action: string, ...args: string[]) =>
    rostrum(['card', action, '--data', data, '--room', 'xxvii', ...args]);
  const url = ['--public-url', server.origin];
  const issued = await card('issue', '--state', 'CU', '--name', 'European Union', ...url);
  assert.equal(issued.code, 0, issued.err);
  const lines = issued.out.trim().split('\n');
  assert.match(lines[0] ?? '', /^card-1 {2}[A-Z]{3} [A-Z]{3} {2}http\S+ {2}CU Cuba$/);
  assert.match(lines[1] ?? '', /^card-2 .* European Union$/);
  const [, letters = '', link = ''] = /^card-1 {2}(.{7}) {2}(\S+)/.exec(lines[0] ?? '') ?? [];
  const { closed } = await connect(server, tokenOf(link));
  assert.equal((await open(server, letters)).status, 200);

  const replaced = await card('replace', 'card-1');
  assert.match(replaced.out, /^card-1 {2}[A-Z]{3} [A-Z]{3} {2}CU Cuba\n$/);
  assert.equal(await closed, 4401);
  assert.equal((await open(server, letters)).status, 404);
  assert.equal((await card('revoke', 'card-2')).code, 0);
  assert.equal((await card('list')).out, 'card-1  not used  CU Cuba\n');

  const again = await card('issue', '--state', 'CU');
  assert.equal(again.code, 2);
  assert.match(again.err, /Somebody has a card already/);
  // Cuba has one.
  assert.equal((await card('issue', '--all-states')).out.trim().split('\n').length, 194);
  assert.match((await card('revoke', 'card-9999')).err, /There is no such card/);
  assert.match((await card('issue', '--state', 'XX')).err, /No State has the code `XX`/);
  assert.match((await card('issue')).err, /Say whose cards/);
  const lost = await rostrum(['card', 'list', '--data', data, '--room', 'nowhere']);
  assert.equal(lost.code, 2);
  assert.match(lost.err, /There is no room `nowhere`/);
});
