// The plug is pulled in the middle of a statement. Nothing is lost, no screen stops counting, all of
// them come back by themselves, and the chair gives the time back in one tap.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { faults, launch, open, sizes } from './browser.ts';
import { snapshot } from './room.ts';
import { digitChanges, leastMs, seconds, tap, timer, watchDigits, watchedFor } from './screens.ts';
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

/** What a screen says when its link is down. */
const lost = /No connection/;

test('kill -9 during a statement', async () => {
  const chair = await open(browser, links.chair, sizes.tablet);
  const display = await open(browser, links.display, sizes.display);
  const hallway = await open(browser, links.display, { width: 1024, height: 768 });
  const lectern = await open(browser, links.speaker, sizes.lectern);
  const screens: Page[] = [chair, display, hallway, lectern];

  await tap(chair, 'Open the meeting');
  await tap(chair, 'Give the floor to Cuba');
  for (const screen of screens) await timer(screen).waitFor();
  const { room: before } = await snapshot(links.observer);
  for (const screen of screens) await watchDigits(screen);

  await server.kill();
  const killed = Date.now();
  for (const screen of screens) await screen.getByText(lost).first().waitFor();
  for (const screen of screens) await watchedFor(screen, 4);
  const inert = chair.getByRole('button', { name: 'Pause' });
  assert.equal(await inert.getAttribute('aria-disabled'), 'true');

  await sleep(killed + 6000 - Date.now());
  await server.start();
  const away = Date.now() - killed;
  const returned = Date.now();
  for (const screen of screens) await screen.getByText(lost).first().waitFor({ state: 'hidden' });
  const back = Date.now() - returned;
  // A second between two tries, and what this machine takes for the rest.
  const most = 1000 + 25 * (await leastMs(display));
  assert.ok(back < most, `the screens were back after ${back} ms, and not ${most}`);

  // The anchors are the same to the millisecond: the speaker went on speaking, and so did the time.
  const { room: after } = await snapshot(links.observer);
  assert.deepEqual(after.floor, before.floor);

  for (const screen of screens) {
    const [, ...changes] = await digitChanges(screen);
    for (const [i, { text, atMs }] of changes.entries()) {
      const former = changes[i - 1];
      if (!former) continue;
      // A frame that the machine held up is late; the digits are right all the same.
      const counted = seconds(former.text) - seconds(text);
      const passed = (atMs - former.atMs) / 1000;
      assert.ok(counted >= 1, 'a second came twice');
      assert.ok(Math.abs(counted - passed) < 1, `${counted} s were counted in ${passed} s`);
    }
    assert.deepEqual(faults(screen), []);
  }

  await chair.getByText(/^The server was away for 0:\d\d while Cuba/).waitFor();
  await tap(chair, /^Give 0:\d\d back$/);
  await chair.getByRole('button', { name: /^Give / }).waitFor({ state: 'detached' });
  const { room: given } = await snapshot(links.observer);
  const addedMs =
    Number(given.floor.statement?.allottedMs) - Number(before.floor.statement?.allottedMs);
  assert.ok(addedMs >= 6000 && addedMs <= away + 2500, `${addedMs} ms of ${away} were given`);

  await tap(chair, 'Pause');
  await display.getByText('Paused').waitFor();
});

test('a requested stop informs the screens, and exits with 0', async () => {
  const display = await open(browser, links.display, sizes.display);
  await display.getByText('Cuba').first().waitFor();
  assert.equal(await server.stop(), 0);
  await display.getByText(lost).first().waitFor();
});
