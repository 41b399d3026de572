// The display: nothing is cut off, no rule of accessibility is broken, no script fails. Every scene at full
// size in two languages, and those with the most to show at every size; with ROSTRUM_THOROUGH=1 every
// scene in every language at every size. SCENES_PICTURES=folder keeps a picture of each.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { launch, picture } from '../e2e/browser.ts';
import { checkScreen } from './check_screen.ts';
import { T0, rooms } from './rooms.ts';
import { ScriptedScreen } from './scripted_screen.ts';

const folder = process.env.SCENES_PICTURES;
const everything = process.env.ROSTRUM_THOROUGH === '1';

/** Rooms that the views other than the automatic one show each in their own way. */
const distinct = ['speaking', 'overtime', 'longest', 'silence', 'question', 'between', 'forty'];

/** Rooms with the most to show. */
const full = ['longest', 'forty'];

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

function isShort(size: string, view: string, room: string): boolean {
  if (view !== 'automatic') return size === 'hd' && distinct.includes(room);
  return size === 'hd' || full.includes(room);
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function keep({ page }: ScriptedScreen, name: string): Promise<void> {
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** For docs/screens.md, which names what it shows. */
function show({ page }: ScriptedScreen, view: string, name: string, spoken: string): Promise<void> {
  const of = ['display', view === 'automatic' ? '' : view, name, spoken === 'en' ? '' : spoken];
  return picture(page, of.filter(Boolean).join('-'));
}

for (const [size, pixels] of Object.entries(sizes)) {
  for (const [spoken, address] of Object.entries(languages)) {
    if (!everything && spoken !== 'en-fr') continue;
    test(`${size} ${spoken}`, async () => {
      const first = rooms.speaking!;
      const began = Date.now();
      const now = () => T0 + (Date.now() - began);
      for (const view of views) {
        const shown = { ...pixels, address: `${address}&scene=${view}`, answers };
        const display = await ScriptedScreen.open(browser, first, now, shown);
        for (const [name, room] of Object.entries(rooms)) {
          if (!everything && !isShort(size, view, name)) continue;
          await display.show(room);
          const check = size === 'hd' && (spoken === 'en-fr' || spoken === 'ar');
          const called = `${view}-${name}-${size}-${spoken}`;
          await keep(display, called);
          if (size === 'hd') await show(display, view, name, spoken);
          await checkScreen(display, called, { axe: check });
        }
        if (view === 'automatic' && size === 'hd' && spoken === 'en') {
          await display.show(first);
          await display.lose();
          await show(display, view, 'lost', spoken);
          await checkScreen(display, 'lost', { axe: true });
        }
        await display.close();
      }
    });
  }
}
