// Every scene at every size, in one and two languages: nothing is cut off, no rule of accessibility
// is broken, no script fails. SCENES_PICTURES=folder keeps a picture of each; SCENES=all looks at
// every scene in every language at every size, which takes a while.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../e2e/browser.ts';
import { T0, rooms } from './rooms.ts';
import { ToldDisplay } from './told_display.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = process.env.SCENES_PICTURES;
const everything = process.env.SCENES === 'all';

/** Rooms that the views other than the automatic one show each in their own way. */
const telling = ['speaking', 'overtime', 'longest', 'silence', 'question', 'between', 'forty'];

const sizes = {
  hd: { width: 1920, height: 1080 },
  '4-3': { width: 1024, height: 768 },
  '21-9': { width: 2560, height: 1080 },
  '4k': { width: 3840, height: 2160 },
  phone: { width: 390, height: 844 },
};
const languages = {
  en: 'lang=en&lang2=',
  'en-fr': 'lang=en&lang2=fr',
  ar: 'lang=ar&lang2=',
  'zh-ru': 'lang=zh&lang2=ru',
};
const views = ['automatic', 'timer', 'plates', 'list', 'overlay'];
const answers = {
  '/api/v1/rooms/xxvii/floor-link': {
    url: 'http://192.0.2.1:8080/delegation/#room=xxvii&token=ABCDEFGHJKMNPQRSTVWXYZ0123',
  },
};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function look(
  display: ToldDisplay,
  name: string,
  { check }: { check: boolean },
): Promise<void> {
  const { page } = display;
  if (folder) {
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: join(folder, `${name}.png`) });
  }
  expect(display.faults, name).toEqual([]);
  const outside = await page.evaluate(() => {
    const { innerWidth, innerHeight } = window;
    // What a box cuts by its own will, and says so by an ellipsis, is none of this.
    const isCut = (each: Element | null): boolean =>
      each !== null &&
      each !== document.body &&
      (!each.matches('.stage') && getComputedStyle(each).overflowX !== 'visible'
        ? true
        : isCut(each.parentElement));
    return (
      [...document.querySelectorAll('h1, p, li, span, button, svg')]
        .filter((each) => !each.closest('.visually-hidden') && !each.closest('.grid'))
        // The box of a digit is higher than the digit.
        .filter((each) => !each.parentElement?.closest('[role=timer]'))
        .filter((each) => !isCut(each.parentElement))
        .filter((each) => {
          const { left, right, top, bottom, width } = each.getBoundingClientRect();
          const over = left < -1 || top < -1 || right > innerWidth + 1 || bottom > innerHeight + 1;
          return width > 0 && over;
        })
        .map((each) => `${each.tagName} ${each.textContent?.trim().slice(0, 40)}`)
    );
  });
  expect(outside, `${name}: outside the screen`).toEqual([]);
  if (!check) return;
  await page.evaluate(axe);
  const violations = await page.evaluate(async () => {
    const axe = (window as unknown as { axe: typeof import('axe-core') }).axe;
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
    const found = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
  expect(violations, `${name}: axe`).toEqual([]);
}

for (const [size, pixels] of Object.entries(sizes)) {
  for (const [spoken, address] of Object.entries(languages)) {
    if (!everything && size !== 'hd' && spoken !== 'en-fr') continue;
    test(`${size} ${spoken}`, { timeout: 120_000 }, async () => {
      const first = rooms.speaking!;
      for (const view of views) {
        const shown = { ...pixels, address: `${address}&scene=${view}`, answers };
        const display = await ToldDisplay.open(browser, first, () => T0, shown);
        for (const [name, room] of Object.entries(rooms)) {
          if (!everything && view !== 'automatic' && !telling.includes(name)) continue;
          await display.tell(room);
          const check = size === 'hd' && (spoken === 'en-fr' || spoken === 'ar');
          await look(display, `${view}-${name}-${size}-${spoken}`, { check });
        }
        await display.close();
      }
    });
  }
}
