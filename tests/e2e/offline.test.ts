// A display that is reloaded while there is no server still opens, shows the last known state, says
// that it is that, and counts on. Rostrum can be installed as a web app.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { faults, launch, open, picture, sizes } from './browser.ts';
import { remainingMs, snapshot } from './room.ts';
import {
  digitChanges,
  isKept,
  seconds,
  shownSeconds,
  tap,
  timer,
  watchDigits,
  watchedFor,
} from './screens.ts';
import { type Links, Server } from './server.ts';

const server = new Server();
let browser: Browser;
let links: Links;

before(async () => {
  links = await server.start();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server.remove();
});

/** What a screen says when all it has is from before. */
const remembered = 'No connection: last known state';

test('a display reloaded without a server shows the last known state, marked, and counting', async () => {
  const chair = await open(browser, links.chair, sizes.tablet);
  const display = await open(browser, links.display, sizes.display);
  await tap(chair, 'Open the meeting');
  await tap(chair, 'Give the floor to Cuba');
  await timer(display).waitFor();
  await isKept(display);
  const left = remainingMs(await snapshot(links.display));
  const asked = Date.now();

  await server.kill();
  await display.reload();
  await display.getByText(remembered).waitFor();
  const expected = (left - (Date.now() - asked)) / 1000;
  const floor = display.getByRole('region', { name: 'Has the floor' });
  await floor.getByText('Cuba').waitFor();
  const shown = await shownSeconds(display);
  assert.ok(Math.abs(shown - expected) < 2, `${shown} s are shown, ${expected} s are left`);
  await watchDigits(display);
  await watchedFor(display, 3);
  const [first, second, third] = (await digitChanges(display)).map(({ text }) => seconds(text));
  assert.deepEqual([second, third], [first! - 1, first! - 2]);
  await picture(display, 'display-last-known');

  await server.start();
  await display.getByText(remembered).waitFor({ state: 'hidden' });
  await floor.getByText('Cuba').waitFor();
  assert.deepEqual(faults(display), []);
});

test('a display whose language was changed opens in that language without a server', async () => {
  const display = await open(browser, links.display, sizes.display);
  await timer(display).waitFor();
  await isKept(display);
  await display.goto(`${links.display}&lang=fr`);
  await display.locator('html[lang=fr]').waitFor();
  await timer(display).waitFor();
  await isKept(display);
  await server.kill();
  await display.reload();
  await display.getByText('Connexion perdue : dernier état connu').waitFor();
  assert.deepEqual(faults(display), []);
  links = await server.start();
});

test('a link that shares the room but not the token finds nothing of it on the device', async () => {
  const display = await open(browser, links.display, sizes.display);
  await timer(display).waitFor();
  await isKept(display);
  await server.kill();
  const { hash, href } = new URL(links.display);
  const other = hash.replace(/token=\w+/, 'token=another');
  assert.notEqual(other, hash);
  await display.goto('about:blank');
  await display.goto(href.replace(hash, other));
  await display.getByText('Connecting to the room').waitFor();
  // Longer than the screen waits before it shows what it remembers.
  await display.getByText('Connecting', { exact: true }).waitFor();
  assert.equal(await display.getByText('Cuba').count(), 0);
  links = await server.start();
});

test('the site can be installed, and its worker is revalidated each time', async () => {
  const manifest = await fetch(`${server.origin}/rostrum.webmanifest`);
  assert.equal(manifest.headers.get('content-type'), 'application/manifest+json');
  const { icons } = (await manifest.json()) as { icons: { src: string; type: string }[] };
  assert.equal(icons.length, 4);
  for (const { src, type } of icons) {
    const icon = await fetch(`${server.origin}${src}`);
    assert.equal(icon.headers.get('content-type'), type);
    await icon.arrayBuffer();
  }
  const worker = await fetch(`${server.origin}/service-worker.js`);
  assert.equal(worker.headers.get('cache-control'), 'no-cache');
  assert.match(worker.headers.get('content-type') ?? '', /^text\/javascript/);
  await worker.text();

  const display = await open(browser, links.display, sizes.display);
  const devtools = await display.context().newCDPSession(display);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  const real = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  assert.deepEqual(real, []);
});
