// What a person may do to a dialog: close it by Back, by a tap beside it, and come back to what was written.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launch } from '../e2e/browser.ts';
import { T0 } from './rooms.ts';
import { table } from './table.ts';
import { ScriptedScreen } from './scripted_screen.ts';
import { Role } from '$proto/table_pb';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function open(path: string, role: Role, more = {}) {
  const shown = { width: 1280, height: 800, path, role, ...more };
  const screen = await ScriptedScreen.open(browser, table.speaking!, () => T0, shown);
  onTestFinished(() => screen.close());
  return screen.page;
}

for (const [name, role, opens, more] of [
  ['chair', Role.CHAIR, '[data-action="notice"]', {}],
  ['chair', Role.CHAIR, '[data-action="speaker"]', {}],
  ['secretariat', Role.SECRETARIAT, '.marks button', {}],
  [
    'delegation',
    Role.DELEGATION,
    '.others button >> nth=-1',
    { stored: { 'rostrum.state': 'NL' } },
  ],
] as const)
  test(`Back closes what ${opens} opens on the page of the ${name}`, async () => {
    const page = await open(`/${name}/`, role, more);
    const address = page.url();
    for (let twice = 0; twice < 2; twice++) {
      await page.locator(opens).click();
      await page.locator('dialog[open]').waitFor();
      await page.evaluate(() => history.back());
      await page.locator('dialog').waitFor({ state: 'detached' });
      expect(page.url()).toBe(address);
    }
  });

for (const [name, role] of [
  ['chair', Role.CHAIR],
  ['secretariat', Role.SECRETARIAT],
] as const)
  test(`Back does nothing on the bare page of the ${name}`, async () => {
    const page = await open(`/${name}/`, role);
    const address = page.url();
    for (let twice = 0; twice < 2; twice++) {
      const length = await page.evaluate(() => history.length);
      await page.evaluate(
        () =>
          new Promise<void>((done) => {
            addEventListener('popstate', () => setTimeout(done, 50), { once: true });
            history.back();
          }),
      );
      expect(await page.evaluate(() => history.length)).toBe(length);
      expect(page.url()).toBe(address);
    }
    await page.locator('h1').first().waitFor({ state: 'attached' });
  });

test('Back on another section of the secretariat’s page keeps the section and what is typed there', async () => {
  const page = await open('/secretariat/', Role.SECRETARIAT);
  await page.getByRole('button', { name: 'Roll' }).click();
  await page.getByRole('searchbox').fill('Boli');
  const address = page.url();
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        addEventListener('popstate', () => setTimeout(done, 500), { once: true });
        history.back();
      }),
  );
  expect(page.url()).toBe(address);
  expect(await page.getByRole('searchbox').inputValue()).toBe('Boli');
});

test('a half-typed notice, and words to the speaker, are there again when the dialog is', async () => {
  const page = await open('/chair/', Role.CHAIR);
  for (const [act, field] of [
    ['notice', 'textarea'],
    ['speaker', 'input'],
  ] as const) {
    await page.locator(`[data-action="${act}"]`).click();
    await page.locator(`dialog ${field}`).fill('Half of a sen');
    await page.mouse.click(20, 400);
    await page.locator('dialog').waitFor({ state: 'detached' });
    await page.locator(`[data-action="${act}"]`).click();
    expect(await page.locator(`dialog ${field}`).inputValue()).toBe('Half of a sen');
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  }
});

test('a dialog dims the tablet behind it', async () => {
  const page = await open('/chair/', Role.CHAIR);
  await page.locator('[data-action="notice"]').click();
  const ground = await page
    .locator('dialog')
    .evaluate((dialog) => getComputedStyle(dialog, '::backdrop').backgroundColor);
  expect(ground).toBe('rgba(0, 0, 0, 0.45)');
});
