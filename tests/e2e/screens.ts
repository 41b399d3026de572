// The screens of a room, by what a person sees on them and does with them.
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { until } from './limit.ts';

/** The speaker's digits. */
export function timer(page: Page): Locator {
  return page.getByRole('timer').first();
}

/** `4:59` is 299, and one second of overtime, `+0:01`, is -1. */
export function seconds(digits: string): number {
  const match = /^(\+?)(\d+):(\d\d)$/.exec(digits.replace(/\s/g, ''));
  assert.ok(match, `these are no digits of a countdown: ${digits}`);
  const value = Number(match[2]) * 60 + Number(match[3]);
  return match[1] ? -value : value;
}

export async function shownSeconds(page: Page): Promise<number> {
  return seconds(await timer(page).innerText());
}

/** Every one of these screens shows the text, or will. */
export async function allShow(pages: Page[], text: string | RegExp): Promise<void> {
  await Promise.all(pages.map((page) => page.getByText(text).first().waitFor()));
}

/** Every one of these displays shows who has the floor, or will. */
export async function allHear(displays: Page[], who: string): Promise<void> {
  const floor = (page: Page) => page.getByRole('region', { name: 'Has the floor' }).getByText(who);
  await Promise.all(displays.map((page) => floor(page).first().waitFor()));
}

/**
 * Every one of these screens counts within these seconds, or will. A slow machine may count on for as
 * long as it has taken since the last tap.
 */
export async function allCount(pages: Page[], from: number, to: number): Promise<void> {
  for (const page of pages) {
    await timer(page).waitFor();
    await until(async () => {
      const shown = await shownSeconds(page);
      return from >= shown && shown >= to - (performance.now() - tappedMs) / 1000;
    });
  }
}

/** The browser keeps all that this screen has loaded, for a reload without a server. */
export async function isKept(page: Page): Promise<void> {
  await until(() =>
    page.evaluate(async () => {
      const loaded = performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.startsWith('/assets/'));
      const kept = await Promise.all(
        [location.pathname, ...loaded].map((path) => caches.match(path)),
      );
      return kept.every((response) => response !== undefined);
    }),
  );
}

/** When a tap was last begun. */
let tappedMs = 0;

/** What the chair does: taps the button of this name. Waits until it can be tapped. */
export async function tap(page: Page, name: string | RegExp): Promise<void> {
  tappedMs = performance.now();
  await page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
}

/** What the digits of a screen showed, and when: one entry a change, measured by the page's own frames. */
export interface Change {
  text: string;
  atMs: number;
}

/** From here on, the page notes each change of its digits. */
export async function watchDigits(page: Page): Promise<void> {
  await page.evaluate(() => {
    const digits = document.querySelector('[role=timer]');
    if (!digits) throw new Error('this screen shows no digits');
    const changes: Change[] = [];
    const watched = Object.assign(window, { changes, frames: 0, sinceMs: performance.now() });
    const origin = performance.timeOrigin;
    let last = '';
    const checkScreen = () => {
      const text = document.querySelector('[role=timer]')?.textContent?.trim() ?? '';
      if (text !== last) changes.push({ text, atMs: origin + performance.now() });
      last = text;
      watched.frames++;
      requestAnimationFrame(checkScreen);
    };
    checkScreen();
  });
}

/** How long a frame of a watched page has taken, in the mean. */
export function meanFrameMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { frames, sinceMs } = window as unknown as { frames: number; sinceMs: number };
    return (performance.now() - sinceMs) / frames;
  });
}

/** Waits until a watched page has counted this many whole seconds. */
export async function watchedFor(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (changes) => (window as unknown as { changes: Change[] }).changes.length > changes,
    count + 1,
  );
}

export function digitChanges(page: Page): Promise<Change[]> {
  return page.evaluate(() => (window as unknown as { changes: Change[] }).changes);
}

/**
 * How long a word takes from a tap on one screen until another shows it, each measured by its own page,
 * on the clock that all pages of a machine share; as a multiple of what this machine takes for the least:
 * a request to the server and two frames.
 *
 * @param act taps; its last tap is the one that sends
 */
export async function timesTheLeast(
  from: Page,
  to: Page,
  text: string,
  act: () => Promise<void>,
): Promise<number> {
  await from.evaluate(() => {
    const page = window as unknown as { tappedMs: number };
    const note = () => (page.tappedMs = performance.timeOrigin + performance.now());
    addEventListener('click', note, { capture: true });
  });
  await to.evaluate((wanted) => {
    const page = window as unknown as { shown: Promise<number> };
    if (document.body.innerText.includes(wanted)) throw new Error(`${wanted} is shown already`);
    page.shown = new Promise((shown) => {
      const checkScreen = () => {
        if (!document.body.innerText.includes(wanted)) requestAnimationFrame(checkScreen);
        else shown(performance.timeOrigin + performance.now());
      };
      checkScreen();
    });
  }, text);
  await act();
  await to.getByText(text).first().waitFor();
  const shown = await to.evaluate(() => (window as unknown as { shown: Promise<number> }).shown);
  const tapped = await from.evaluate(() => (window as unknown as { tappedMs: number }).tappedMs);
  return (shown - tapped) / (await leastMs(from));
}

/** What a machine takes for a request to the server and two frames of a page. */
export function leastMs(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const beganMs = performance.now();
    await (await fetch('/healthz', { cache: 'no-store' })).text();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return performance.now() - beganMs;
  });
}
