// How one display shows its digits: a calm pulse when time is up, time spoken, a mirrored picture.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, picture } from '../e2e/browser.ts';
import { checkScreen } from './check_screen.ts';
import { T0, room, rooms, statement } from './rooms.ts';
import { ScriptedScreen, type Shown } from './scripted_screen.ts';
import { Course } from '$proto/room_pb';
import { Role } from '$proto/table_pb';

const size = { width: 1280, height: 720 };
const moves = { args: { reducedMotion: 'no-preference' } } as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const open = (shown: Partial<Shown> = {}) =>
  ScriptedScreen.open(browser, rooms.warning!, () => T0, { ...size, ...shown });

/** The same statement, a moment later. */
const over = room(Course.OPEN, { floor: statement('food', 361_000) });

const pulse = ({ page }: ScriptedScreen) =>
  page.getByRole('timer').evaluate((digits) => {
    const { animationName, animationDuration, animationIterationCount } = getComputedStyle(digits);
    return {
      pulses: animationName === 'none' ? 0 : Number(animationIterationCount),
      seconds: parseFloat(animationDuration),
    };
  });

test('when time is up, the digits pulse three times, slower than once a second', async () => {
  const screen = await open(moves);
  expect((await pulse(screen)).pulses).toBe(0);
  await screen.show(over);
  expect((await pulse(screen)).pulses).toBe(3);
  expect((await pulse(screen)).seconds).toBeGreaterThan(1);
  await screen.show(rooms.speaking!);
  expect((await pulse(screen)).pulses).toBe(0);
  await screen.close();
});

test('nothing pulses by choice, with reduced motion, or where time was up before', async () => {
  const off = await open({ ...moves, address: 'flash=off' });
  const reduced = await open();
  const late = await ScriptedScreen.open(browser, over, () => T0, { ...size, ...moves });
  for (const screen of [off, reduced, late]) {
    await screen.show(over);
    expect((await pulse(screen)).pulses).toBe(0);
    await screen.close();
  }
});

test('a display that counts up shows the time spoken, and beyond its end', async () => {
  const screen = await ScriptedScreen.open(browser, rooms.paused!, () => T0, {
    ...size,
    address: 'count=up',
  });
  const { page } = screen;
  const shows = (name: string, time: string | RegExp) =>
    page.getByRole('timer', { name }).filter({ hasText: time }).waitFor();
  await shows('Time spoken', '1:23');
  await picture(page, 'counts-up');
  await page.keyboard.press('u');
  await shows('Time remaining', '4:37');
  expect(await page.evaluate(() => location.hash)).not.toContain('count');
  await page.keyboard.press('u');
  await shows('Time spoken', '1:23');
  expect(await page.evaluate(() => location.hash)).toContain('count=up');
  await screen.show(rooms.overtime!);
  await shows('Time spoken', /^6:[1-5]\d$/);
  await screen.close();
});

test('a mirrored display is the same picture, from right to left', async () => {
  const screen = await ScriptedScreen.open(browser, rooms.paused!, () => T0, {
    ...size,
    address: 'mirror=on',
  });
  const { page } = screen;
  await picture(page, 'mirrored');
  const clockAt = async () => (await page.locator('header time').boundingBox())!.x / size.width;
  expect(await clockAt()).toBeLessThan(0.25);
  await page.keyboard.press('m');
  await page.locator('html:not([data-mirrored])').waitFor({ state: 'attached' });
  expect(await clockAt()).toBeGreaterThan(0.75);
  await screen.close();
});

test('a notice counts down beside the floor, on every screen that shows it', async () => {
  const drafting = room(Course.OPEN, {
    floor: statement('food', 0, { runningSinceUnixMs: 0n, elapsedBeforeMs: 83_000n }),
    noticeBoard: {
      notice: {
        id: 1n,
        text: 'Drafting group on article 4',
        untilUnixMs: BigInt(T0 + 600_000),
        countsDown: true,
      },
    },
  });
  const pages = { display: Role.DISPLAY, speaker: Role.SPEAKER, interpreter: Role.INTERPRETER };
  for (const [name, role] of Object.entries(pages)) {
    const shown = { ...size, path: `/${name}/`, role };
    const screen = await ScriptedScreen.open(browser, drafting, () => T0, shown);
    await screen.page
      .locator('.left [role=timer]')
      .filter({ hasText: /^9:\d\d$/ })
      .waitFor();
    await picture(screen.page, `notice-counts-down-${name}`);
    await checkScreen(screen, name, { axe: true });
    await screen.close();
  }
});
