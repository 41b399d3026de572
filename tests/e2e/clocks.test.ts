// Clocks that are wrong, set and asleep. Two displays in one room change their second within one frame of
// each other, though the one is days ahead and the other days behind, in the night in which clocks are
// set; and a display whose device slept shows the truth as it wakes.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { faults, launch, open, sizes } from './browser.ts';
import { until } from './limit.ts';
import { remainingMs, snapshot } from './room.ts';
import {
  digitChanges,
  meanFrameMs,
  shownSeconds,
  tap,
  timer,
  watchDigits,
  watchedFor,
} from './screens.ts';
import { type Links, Server } from './server.ts';

const secondsWatched = 12;
const dayMs = 24 * 3_600_000;
/** When clocks in the room, which is in Zurich, are set from 03:00 to 02:00. */
const clocksAreSet = Date.UTC(2026, 9, 25, 1);

const folder = mkdtempSync(join(tmpdir(), 'rostrum-clocks-'));
const server = new Server(undefined, {
  TZ: 'Europe/Zurich',
  LD_PRELOAD: process.env.ROSTRUM_WALL_CLOCK ?? '',
  ROSTRUM_WALL_CLOCK_OFF: join(folder, 'off'),
});
let browser: Browser;
let links: Links;

/** The server's wall clock shows this instant, and its machine has slept for so long. */
function setServer(unixMs: number, sleptS = 0): void {
  const aheadS = Math.round((unixMs - Date.now()) / 1000);
  writeFileSync(join(folder, 'off'), `${aheadS} ${sleptS}`);
}

before(async () => {
  assert.ok(process.env.ROSTRUM_WALL_CLOCK, 'it names the library that moves the clocks');
  setServer(clocksAreSet - 10 * 60_000);
  links = await server.start();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Sets a device's wall clock. `moveDate` sets it again. */
function wrongBy(ms: number): (context: BrowserContext) => Promise<void> {
  return async (context) => {
    await context.addInitScript((wrong) => {
      let wrongByMs = wrong;
      const Right = Date;
      const right = Right.now.bind(Right);
      class Wrong extends Right {
        constructor(...parts: unknown[]) {
          if (parts.length === 0) super(right() + wrongByMs);
          else super(...(parts as [number]));
        }
        static override now() {
          return right() + wrongByMs;
        }
      }
      globalThis.Date = Wrong as DateConstructor;
      const page = window as unknown as { moveDate: (byMs: number) => void };
      page.moveDate = (byMs) => (wrongByMs += byMs);
    }, ms);
  };
}

function moveDate(page: Page, byMs: number): Promise<void> {
  return page.evaluate(
    (by) => (window as unknown as { moveDate: (byMs: number) => void }).moveDate(by),
    byMs,
  );
}

/** Takes a device to another zone. */
async function traveller(page: Page): Promise<(zone: string) => Promise<unknown>> {
  const session: CDPSession = await page.context().newCDPSession(page);
  return (timezoneId) => session.send('Emulation.setTimezoneOverride', { timezoneId });
}

test('the second changes on two displays within one frame, in the night in which clocks are set', async () => {
  const ahead = await open(browser, links.display, sizes.display, wrongBy(3 * dayMs), null);
  const behind = await open(browser, links.display, sizes.display, wrongBy(-5 * dayMs), null);
  const displays = [ahead, behind];
  const takeTo = await traveller(ahead);
  await takeTo('Pacific/Auckland');
  await (
    await traveller(behind)
  )('America/New_York');
  const chair = await open(browser, links.chair, sizes.tablet);
  await chair.getByRole('button', { name: 'Open the meeting', exact: true }).waitFor();
  const shows = (text: string, page: Page) =>
    page.locator('header').getByText(text, { exact: true }).waitFor();

  // The first meeting is planned for ten minutes from now, which is in winter.
  const planned = 'time[datetime="2026-10-25T01:00:00.000Z"]';
  for (const display of displays) {
    await shows('02:50', display);
    assert.equal(await display.locator(planned).innerText(), 'The meeting opens at 02:00');
  }
  // With no meeting open, a start takes the time from the wall.
  await server.kill();
  setServer(clocksAreSet - 30_000);
  await server.start();
  for (const display of displays) await shows('02:59', display);
  await tap(chair, 'Open the meeting');
  await tap(chair, 'Give the floor to Cuba');
  for (const display of displays) {
    await timer(display).waitFor();
    await watchDigits(display);
  }
  await chair.context().close();
  assert.ok((await snapshot(links.display)).serverUnixMs < clocksAreSet, 'it began too late');
  await takeTo('America/Los_Angeles');
  for (const display of displays) await shows('02:00', display);
  await watchedFor(behind, secondsWatched);

  const shown = new Map((await digitChanges(behind)).slice(1).map((one) => [one.text, one.atMs]));
  const changes = (await digitChanges(ahead)).slice(1);
  const apart = changes
    .filter(({ text }) => shown.has(text))
    .map(({ text, atMs }) => Math.abs(atMs - (shown.get(text) ?? 0)))
    .sort((a, b) => a - b);
  console.log(`apart, in ms: ${apart.map((ms) => ms.toFixed(1)).join(' ')}`);
  assert.ok(apart.length >= secondsWatched - 1);
  // A busy machine stalls a frame of either screen now and then, while a clock that is off is off
  // every second: the median separates the clocks from the machine.
  const median = apart[Math.floor(apart.length / 2)] ?? Infinity;
  const frameMs = Math.max(await meanFrameMs(ahead), await meanFrameMs(behind));
  assert.ok(median <= 1.05 * frameMs, `${median} ms apart, where a frame takes ${frameMs} ms`);
  for (const display of displays) assert.deepEqual(faults(display), []);
});

test('a display whose device slept for ten minutes is right when it wakes', async () => {
  const askedAtMs: number[] = [];
  const display = await open(browser, links.display, sizes.display, async (context) => {
    await wrongBy(0)(context);
    context.on('page', (page) =>
      page.on('websocket', (socket) =>
        socket.on('framesent', () => void askedAtMs.push(performance.now())),
      ),
    );
  });
  await timer(display).waitFor();
  // It has just asked for the time, and would again only in five seconds.
  const regularMs = () => askedAtMs.at(-1)! - (askedAtMs.at(-2) ?? Infinity);
  await until(() => regularMs() > 4000);
  const regularly = regularMs();

  // Its monotonic clock stood still; its wall clock, and the server's both, have gone on.
  const { serverUnixMs } = await snapshot(links.display);
  setServer(serverUnixMs + 600_000, 600);
  await moveDate(display, 600_000);
  const wokeAtMs = performance.now();
  const asked = askedAtMs.length;
  const truth = async () => Math.ceil(remainingMs(await snapshot(links.display)) / 1000);
  await until(async () => Math.abs((await shownSeconds(display)) - (await truth())) <= 1);
  console.log(`right after ${Math.round(performance.now() - wokeAtMs)} ms`);
  const afterMs = askedAtMs[asked]! - wokeAtMs;
  assert.ok(afterMs < 0.7 * regularly, `it asked after ${afterMs} ms, as it does all the time`);
});
