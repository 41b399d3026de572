// The screens in Arabic: the page runs from right to left, times and names do not.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { faults, launch, open, picture, sizes } from './browser.ts';
import { timer } from './screens.ts';
import { type Links, Server } from './server.ts';

const server = new Server();
let browser: Browser;
let links: Links;
const screens = new Map<string, Page>();

before(async () => {
  links = await server.start();
  browser = await launch();
  const inArabic = (link: string, size: { width: number; height: number }) =>
    open(browser, `${link}&lang=ar`, size);
  screens.set('lobby', await inArabic(`${server.origin}/#`, sizes.phone));
  screens.set('chair', await inArabic(links.chair, sizes.tablet));
  screens.set('display', await inArabic(links.display, sizes.display));
  screens.set('lectern', await inArabic(links.speaker, sizes.lectern));
});

after(async () => {
  await browser?.close();
  await server.remove();
});

/** How far the middle of something is from the left edge of its page, as a part of the width. */
async function across(page: Page, what: Locator): Promise<number> {
  const box = await what.first().boundingBox();
  assert.ok(box, 'it is not on the screen');
  return (box.x + box.width / 2) / page.viewportSize()!.width;
}

test('a meeting in Arabic', async (t) => {
  const chair = screens.get('chair')!;
  const display = screens.get('display')!;

  await t.test('every page runs from right to left and fits its screen', async () => {
    for (const [name, page] of screens) {
      await page.locator('html[lang=ar][dir=rtl]').waitFor();
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(beyond, 0, `${name} is too wide by ${beyond} pixels`);
    }
    await display.getByRole('heading', { name: 'كوبا' }).waitFor();
  });

  await t.test('the clock is on the left, where a line ends', async () => {
    for (const name of ['chair', 'display', 'lectern']) {
      const page = screens.get(name)!;
      assert.ok((await across(page, page.locator('header time'))) < 0.5, name);
    }
  });

  await t.test(
    'the first panellist has the floor: name and time keep their direction',
    async () => {
      await chair.getByRole('button', { name: 'افتتاح الجلسة', exact: true }).click();
      await chair.getByRole('button', { name: 'تعدل عن الكلام' }).click();
      await chair.getByRole('button', { name: /إعطاء الكلمة: .*freedom of expression/ }).click();
      for (const name of ['chair', 'display', 'lectern']) {
        const page = screens.get(name)!;
        await timer(page).waitFor();
        const direction = await timer(page).evaluate(
          (digits) => getComputedStyle(digits).direction,
        );
        assert.equal(direction, 'ltr', name);
        const names = page.locator('bdi', { hasText: 'freedom of expression' });
        assert.equal(await names.first().evaluate((one) => getComputedStyle(one).direction), 'ltr');
      }
      for (const [name, page] of screens) await picture(page, `${name}-arabic`);
    },
  );

  await t.test('Undo points back to where the line began', async () => {
    const undo = chair.locator('[data-action=undo] svg');
    assert.equal(await undo.evaluate((icon) => getComputedStyle(icon).scale), '-1 1');
  });

  for (const [name, page] of screens) assert.deepEqual(faults(page), [], name);
});
