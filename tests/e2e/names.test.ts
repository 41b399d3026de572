// The name of somebody whom it can harm: entered, seen in the room, withheld by one act, erased by a
// second. After that it is in no file of the server, and the record still holds.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { faults, launch, open, picture, sizes } from './browser.ts';
import { tap } from './screens.ts';
import { Server } from './server.ts';

/** Such a name that nothing but itself has these bytes in it. */
const person = 'Zibbermoor Quillfeather';
const plate = 'National CSO: freedom of expression';

const server = new Server();
let browser: Browser;
let chair: Page;
let desk: Page;
const screens: Page[] = [];

before(async () => {
  const links = await server.start();
  browser = await launch();
  chair = await open(browser, links.chair, sizes.tablet);
  desk = await open(browser, links.secretariat, { width: 1366, height: 768 });
  const display = await open(browser, links.display, sizes.display);
  const lectern = await open(browser, links.speaker, sizes.lectern);
  const mission = await open(browser, links.delegation, sizes.phone);
  screens.push(chair, desk, display, lectern, mission);
});

after(async () => {
  await browser?.close();
  await server.remove();
});

/** The files of the data folder that have these words in them, as UTF-8 or as UTF-16. */
function filesWith(words: string): string[] {
  const little = Buffer.from(words, 'utf16le');
  const big = Buffer.from(little).swap16();
  const files = readdirSync(server.data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => {
    const bytes = readFileSync(file);
    return [Buffer.from(words), little, big].some((form) => bytes.includes(form));
  });
}

/** Whether the name is anywhere in what a page shows, and what its device keeps for a reload. */
async function isOn(page: Page): Promise<boolean> {
  const texts = await page.evaluate(() => [
    document.documentElement.outerHTML,
    ...Object.values({ ...localStorage }),
  ]);
  return texts.join().includes('Quillfeather');
}

test('a name is given, withheld and erased', async (t) => {
  await desk.getByRole('navigation').getByRole('button', { name: 'Names' }).click();
  const row = desk.getByRole('row').filter({ hasText: plate });
  const dialog = desk.getByRole('dialog');
  const [, , display, lectern, mission] = screens as [Page, Page, Page, Page, Page];

  await t.test('given, it is on its plate in the room', async () => {
    await tap(chair, 'Open the meeting');
    await row.getByRole('button', { name: /^Enter/ }).click();
    await dialog.getByRole('textbox', { name: 'Speaker’s name' }).fill(person);
    await dialog.getByRole('button', { name: 'Enter a name' }).click();
    await row.getByText(person).waitFor();

    await tap(chair, 'Declines');
    await tap(chair, `Give the floor to ${plate}`);
    for (const page of [display, lectern]) {
      await page.getByText(person).first().waitFor();
      assert.equal(await isOn(page), true, 'the search finds what is there');
    }
    await picture(display, 'display-named');
    assert.notDeepEqual(filesWith('Quillfeather'), [], 'the search finds what is there');
  });

  await t.test('withheld, it leaves every screen at once; the log still has it', async () => {
    await row.getByRole('button', { name: /^Withhold/ }).click();
    await dialog.getByRole('button', { name: 'Withhold' }).click();
    await row.getByText('Name withheld').waitFor();
    await display.getByText('Name withheld').first().waitFor();
    await display.getByText(plate).first().waitFor();
    for (const page of screens) await page.getByText(person).first().waitFor({ state: 'detached' });
    for (const page of screens) assert.equal(await isOn(page), false, page.url());
    for (const page of [lectern, mission]) {
      await page.reload();
      await page.getByText('Cuba').first().waitFor();
      assert.equal(await isOn(page), false, page.url());
    }
    assert.notDeepEqual(filesWith('Quillfeather'), []);
    await picture(display, 'display-withheld');
  });

  await t.test('erased, it is in no byte of the data folder, and the chain holds', async () => {
    await row.getByRole('button', { name: /^Erase/ }).click();
    await dialog.getByLabel('To go on, type this word').fill('expression');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await row.getByText('Name erased').waitFor();
    // Nobody waits for the server to wipe: it was done before the act was answered.
    assert.deepEqual(filesWith('Quillfeather'), []);
    assert.deepEqual(filesWith('Zibbermoor'), []);
    const { code, printed } = server.verify();
    assert.match(printed, /^Room xxvii is sound: 7 acts, 1 erased name\. /);
    assert.equal(code, 0);
  });

  await t.test('nor is it there after a restart, on the disk or on a screen', async () => {
    assert.equal(await server.stop(), 0);
    assert.deepEqual(filesWith('Quillfeather'), []);
    await server.start();
    // What only the restarted server can bring.
    await chair.getByRole('button', { name: 'Pause', exact: true }).click();
    await display.getByText('Paused').first().waitFor();
    await display.getByText('Name withheld').first().waitFor();
    for (const page of screens) assert.equal(await isOn(page), false, page.url());
    assert.deepEqual(filesWith('Quillfeather'), []);
    assert.equal(server.verify().code, 0);
  });

  for (const page of screens) assert.deepEqual(faults(page), [], page.url());
});
