// Two servers of one record: when one dies during a statement, every screen goes on with the other. Where a test only
// reads, or taps once, both serve copies of one data folder.
import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { Cluster, untilAlike } from '../app/cluster.ts';
import { dataFolder, rostrum, Serving } from '../app/rostrum.ts';
import { faults, launch, open, picture, sizes } from './browser.ts';
import { until } from './limit.ts';
import { type Snapshot, snapshot } from './room.ts';
import {
  digitChanges,
  isKept,
  leastMs,
  seconds,
  tap,
  timer,
  watchDigits,
  watchedFor,
} from './screens.ts';

let browser: Browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** What a screen says when it has no server. */
const lost = /No connection/;

/** Two servers with a statement in progress. A page of `a` may be opened by any of the links. */
interface Two {
  a: Serving;
  b: Serving;
  links: Record<'chair' | 'display' | 'secretariat', string>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  await new Promise((closed) => server.close(closed));
  return port;
}

async function issueTokens(data: string) {
  const issue = async (role: string) => {
    const args = ['token', 'issue', '--data', data, '--room', 'xxvii', '--role', role];
    return (await rostrum(args)).out.trim();
  };
  return {
    chair: await issue('chair'),
    display: await issue('display'),
    secretariat: await issue('secretariat'),
  };
}
type Tokens = Awaited<ReturnType<typeof issueTokens>>;

async function beginStatement(server: Serving, { chair }: Tokens): Promise<void> {
  const acts = [{ openMeeting: { meetingId: 'cuba' } }, { next: { endingStatementId: '0' } }];
  for (const [i, act] of acts.entries()) {
    const answer = await server.command(chair, { id: `before-${i}`, ...act });
    assert.equal(answer.status, 200, await answer.text());
  }
}

const linksOf = ({ origin }: Serving, tokens: Tokens): Two['links'] => {
  const link = (role: keyof Tokens) => `${origin}/${role}/#room=xxvii&token=${tokens[role]}`;
  return { chair: link('chair'), display: link('display'), secretariat: link('secretariat') };
};

/** @param settings of both, besides where they listen */
async function twoServers(t: TestContext, settings: (others: string) => string[]): Promise<Two> {
  const [one, other] = [dataFolder(t), dataFolder(t)];
  const founder = await Serving.start(t, one, '--demo');
  const tokens = await issueTokens(one);
  await beginStatement(founder, tokens);
  await founder.end('SIGTERM');
  cpSync(one, other, { recursive: true });
  const [portOfA, portOfB] = [await freePort(), await freePort()];
  const serve = (data: string, port: number, others: number) => {
    const more = settings(`http://127.0.0.1:${others}`);
    const listen = ['--listen', `127.0.0.1:${port}`, '--links', 'never'];
    return Serving.start(t, data, ...listen, ...more);
  };
  const a = await serve(one, portOfA, portOfB);
  const b = await serve(other, portOfB, portOfA);
  return { a, b, links: linksOf(a, tokens) };
}

/** Two servers that replicate their record, and name one another. */
async function replicated(t: TestContext): Promise<Two> {
  const cluster = await Cluster.start(t);
  const folder = (name: string) => join(cluster.folder, name);
  const a = await cluster.serve('a', '--demo', '--links', 'never');
  const tokens = await issueTokens(folder('a'));
  const b = await cluster.serve('b', '--links', 'never');
  await beginStatement(a, tokens);
  await untilAlike([a, b].map((server) => ({ server, token: tokens.chair })));
  // A page reaches the servers that its own one knew when it was loaded.
  for (const [server, other] of [
    [a, b],
    [b, a],
  ] as const)
    await until(async () => {
      const { headers } = await fetch(server.origin);
      return headers.get('content-security-policy')?.includes(other.origin) ?? false;
    });
  return { a, b, links: linksOf(a, tokens) };
}

const alsoAt = (others: string) => ['--also-at', others];

/** How many screens of a role a server has. */
async function screensOf({ origin }: Serving, role: string): Promise<number> {
  const figures = await (await fetch(`${origin}/metrics`)).text();
  const [, count] =
    new RegExp(`rostrum_connections\\{role="${role}"\\} (\\d+)`).exec(figures) ?? [];
  return Number(count);
}

/** From here on, the page notes whether it ever says that it has no connection. */
function watchWords(page: Page): Promise<void> {
  return page.evaluate(() => {
    const watched = Object.assign(window, { saidLost: false });
    const look = () => (watched.saidLost ||= document.body.innerText.includes('No connection'));
    new MutationObserver(look).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
}

const saidLost = (page: Page): Promise<boolean> =>
  page.evaluate(() => (window as unknown as { saidLost: boolean }).saidLost);

/** The room as the other server has it. */
const roomAt = ({ origin }: Serving, link: string): Promise<Snapshot> =>
  snapshot(origin + link.slice(new URL(link).origin.length));

test('a server dies during a statement: the digits go on, and the other takes the chair’s tap once', (t) =>
  diesDuringStatement(t, (context) => twoServers(context, alsoAt)));

test('the same with servers that replicate', (t) => diesDuringStatement(t, replicated));

async function diesDuringStatement(t: TestContext, start: (t: TestContext) => Promise<Two>) {
  const { a, b, links } = await start(t);
  const chair = await open(browser, links.chair, sizes.tablet);
  const display = await open(browser, links.display, sizes.display);
  for (const page of [chair, display]) {
    await timer(page).waitFor();
    await watchWords(page);
  }
  await watchDigits(display);
  const earlier = await roomAt(b, links.chair);
  const least = await leastMs(display);

  const killed = Date.now();
  await a.end('SIGKILL');
  // The link is down now, or just up again: the tap reaches the other server in either case.
  await tap(chair, '+30 s');
  await until(async () => (await screensOf(b, 'display')) === 1);
  const back = Date.now() - killed;
  const most = 2000 + 25 * least;
  t.diagnostic(`the display was back after ${back} ms`);
  assert.ok(back < most, `the display was back after ${back} ms, and not ${most}`);

  const addedMs = async () =>
    Number((await roomAt(b, links.chair)).room.floor.statement?.allottedMs) -
    Number(earlier.room.floor.statement?.allottedMs);
  await until(async () => (await addedMs()) > 0);
  await watchedFor(display, 4);
  assert.equal(await addedMs(), 30_000);
  assert.equal(Number((await roomAt(b, links.chair)).revision), Number(earlier.revision) + 1);

  const [, ...changes] = await digitChanges(display);
  assert.ok(changes.length > 0, 'the digits did not change');
  for (const [i, { text, atMs }] of changes.entries()) {
    const former = changes[i - 1];
    if (!former) continue;
    const down = seconds(former.text) - seconds(text);
    const counted = down < 0 ? down + 30 : down;
    const passed = (atMs - former.atMs) / 1000;
    assert.ok(Math.abs(counted - passed) < 1, `${counted} s were counted in ${passed} s`);
  }
  for (const page of [chair, display]) {
    assert.equal(await saidLost(page), false);
    assert.deepEqual(faults(page), []);
  }
  await picture(display, 'display-on-the-other-server');

  await tap(chair, 'Pause');
  await display.getByText('Paused').waitFor();
  // And without any server it says what it always said.
  await b.end('SIGKILL');
  await display.getByText(lost).first().waitFor();
}

test('a display that is reloaded while its server is dead finds the other', async (t) => {
  const { a, b, links } = await twoServers(t, alsoAt);
  const display = await open(browser, links.display, sizes.display);
  await timer(display).waitFor();
  await isKept(display);
  await a.end('SIGKILL');
  await until(async () => (await screensOf(b, 'display')) === 1);
  await display.reload();
  await timer(display).waitFor();
  await until(async () => (await screensOf(b, 'display')) === 1);
  await display.getByText(lost).first().waitFor({ state: 'hidden' });
  assert.deepEqual(faults(display), []);
});

test('the secretariat’s page asks the server that its link has, and the lobby finds one', async (t) => {
  const { a, b, links } = await twoServers(t, alsoAt);
  const desk = await open(browser, links.secretariat, sizes.tablet);
  const section = (name: string) =>
    desk.getByRole('navigation').getByRole('button', { name }).click();
  await section('Screens');
  await desk.getByRole('heading', { name: 'Screens' }).first().waitFor();
  await isKept(desk);
  const lobby = await desk.context().newPage();
  await lobby.goto(a.origin);
  await lobby.getByRole('heading', { name: 'Room XXVII' }).waitFor();
  await isKept(lobby);

  await a.end('SIGKILL');
  await until(async () => (await screensOf(b, 'secretariat')) === 1);
  const answered = desk.waitForResponse(
    (response) =>
      response.url().startsWith(`${b.origin}/api/v1/rooms/xxvii/figures`) && response.ok(),
  );
  await section('Figures');
  await answered;
  // A change, which the browser asks about first.
  const previewed = desk.evaluate(async (origin) => {
    const answer = await fetch(`${origin}/api/v1/pairings`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    return answer.status;
  }, b.origin);
  assert.equal(await previewed, 200);

  await lobby.reload();
  await lobby.getByRole('heading', { name: 'Room XXVII' }).waitFor();
  assert.deepEqual(faults(desk), []);
});

/** Passes each connection on to the first server that takes it. */
async function proxyTo(t: TestContext, ...ports: number[]): Promise<Server> {
  const proxy = createServer((client) => {
    client.on('error', () => {});
    const passOn = ([port, ...others]: number[]) => {
      if (port === undefined) return client.destroy();
      const server = connect(port, '127.0.0.1');
      server.once('connect', () => {
        server.off('error', next);
        server.on('error', () => client.destroy());
        client.on('close', () => server.destroy());
        server.on('close', () => client.destroy());
        client.pipe(server).pipe(client);
      });
      const next = () => passOn(others);
      server.once('error', next);
    };
    passOn(ports);
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => proxy.once('listening', listening));
  t.after(() => proxy.close());
  return proxy;
}

test('behind a proxy, screens return to the server that lives', async (t) => {
  const { a, b, links } = await twoServers(t, () => []);
  const portOf = ({ origin }: Serving) => Number(new URL(origin).port);
  const proxy = await proxyTo(t, portOf(a), portOf(b));
  const { port } = proxy.address() as { port: number };
  const link = links.display.replace(a.origin, `http://127.0.0.1:${port}`);
  const display = await open(browser, link, sizes.display);
  await timer(display).waitFor();
  assert.equal(await screensOf(a, 'display'), 1);
  const least = await leastMs(display);
  const killed = Date.now();
  await a.end('SIGKILL');
  await until(async () => (await screensOf(b, 'display')) === 1);
  const back = Date.now() - killed;
  assert.ok(back < 2000 + 25 * least, `the display was back after ${back} ms`);
});
