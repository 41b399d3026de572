// The secretariat's page, and the other screens of the room, where its acts are seen.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { faults, launch, open, picture } from './browser.ts';
import { snapshot } from './room.ts';
import { tap } from './screens.ts';
import { type Links, Server } from './server.ts';

const laptop = { width: 1366, height: 768 };
const server = new Server();
let browser: Browser;
let links: Links;
let desk: Page;
let other: Page;

const disappearances = 'National CSO: enforced disappearances';

before(async () => {
  links = await server.start();
  browser = await launch();
  desk = await open(browser, links.secretariat, laptop);
  other = await open(browser, links.secretariat, { width: 820, height: 1180 });
});

after(async () => {
  await browser?.close();
  await server.remove();
});

/** Opens a section, as a finger does. */
async function section(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name }).click();
}

test('the sections are reached by keys, and a reload stays where it was', async () => {
  await desk.keyboard.press('3');
  await desk.getByRole('heading', { level: 1, name: 'Roll' }).waitFor();
  await desk.reload();
  await desk.getByRole('heading', { level: 1, name: 'Roll' }).waitFor();
  await desk.keyboard.press('?');
  await desk.getByRole('dialog').getByText('The sections, in their order').waitFor();
  await desk.keyboard.press('Escape');
});

test('Missions are marked by typing a few letters and Enter, one after another', async () => {
  await section(other, 'Roll');
  await desk.keyboard.press('/');
  for (const letters of ['switz', 'norw']) {
    await desk.keyboard.type(letters);
    await desk.keyboard.press('Enter');
  }
  for (const page of [desk, other]) {
    for (const name of ['Switzerland', 'Norway'])
      await page.getByRole('button', { name, pressed: true }).waitFor();
    await page.getByText('of 195 in the room').waitFor();
  }
  await other.getByRole('button', { name: 'Norway' }).click();
  await tap(other, 'It has left');
  await desk.getByRole('button', { name: 'Norway', pressed: false }).waitFor();
  await desk.getByRole('button', { name: 'Switzerland', pressed: true }).waitFor();
});

test('the controls are taken after a question, and handed back', async () => {
  await section(desk, 'Floor');
  await tap(desk, 'Take the controls');
  await desk.getByRole('dialog').getByRole('button', { name: 'Take the controls' }).click();
  await desk.getByText('The secretariat has the controls').waitFor();
  await section(other, 'Floor');
  await other.getByText('The secretariat has the controls').waitFor();
  const way = desk.getByRole('link', { name: 'Open the chair’s controls' });
  const token = new URLSearchParams(new URL(links.secretariat).hash.slice(1)).get('token');
  assert.equal(await way.getAttribute('href'), `/chair/#room=xxvii&token=${token}`);
  await tap(desk, 'Hand back');
  await other.getByText('The chair has the controls').waitFor();
});

test('the round’s defaults are set in one form, which follows what another sets', async () => {
  for (const page of [desk, other]) {
    await section(page, 'Programme');
    await page.getByText('The round’s defaults').click();
  }
  const question = (page: Page) => page.getByLabel('A question', { exact: true });
  await question(desk).fill('1:30');
  await tap(desk, 'Save the defaults');
  await other.waitForFunction(() =>
    [...document.querySelectorAll('input')].some(({ value }) => value === '1:30'),
  );
  await question(desk).fill('0:05');
  await desk.getByText('The rules allow 0:10 to 60:00.').waitFor();
});

test('a name is given, withheld, erased by typing a word, and cannot be given again', async () => {
  await section(desk, 'Names');
  const row = desk.getByRole('row').filter({ hasText: disappearances });
  const dialog = desk.getByRole('dialog');
  await row.getByRole('button', { name: /^Enter/ }).click();
  await dialog.getByLabel('Speaker’s name').fill('Speaker of the second plate');
  await dialog.getByRole('button', { name: 'Enter a name' }).click();
  await row.getByText('Speaker of the second plate').waitFor();

  await row.getByRole('button', { name: /^Withhold/ }).click();
  await dialog.getByRole('button', { name: 'Withhold' }).click();
  await row.getByText('Name withheld').waitFor();
  const { room } = await snapshot(links.observer);
  assert.ok(!JSON.stringify(room).includes('Speaker of the second plate'));

  await row.getByRole('button', { name: /^Erase/ }).click();
  const erase = dialog.getByRole('button', { name: 'Erase for good' });
  assert.equal(await erase.getAttribute('aria-disabled'), 'true');
  await dialog.getByLabel('To go on, type this word').fill('disappearances');
  await erase.click();
  await dialog.waitFor({ state: 'hidden' });

  await row.getByText('Name erased').waitFor();

  // Every page knows that it is erased, and offers no new name.
  await section(other, 'Names');
  const there = other.getByRole('row').filter({ hasText: disappearances });
  await there.getByText('Name erased').waitFor();
  const enter = there.getByRole('button', { name: /^(Enter|Correct)/ });
  assert.equal(await enter.getAttribute('aria-disabled'), 'true');
});

test('no section breaks a rule of accessibility, or a script', async () => {
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  const names = [
    'Floor',
    'Programme',
    'Roll',
    'Screens',
    'Cards',
    'Names',
    'Facts and figures',
    'Record',
  ];
  for (const name of names) {
    await section(desk, name);
    await desk.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await desk.evaluate(axe);
    const found = await desk.evaluate(async () => {
      const { violations } = await (
        window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
      ).axe.run();
      return violations.map(({ id }) => id);
    });
    assert.deepEqual(found, [], name);
    await picture(desk, `secretariat-${name.toLowerCase().replaceAll(' ', '-')}`);
  }
  assert.deepEqual([...faults(desk), ...faults(other)], []);
});
