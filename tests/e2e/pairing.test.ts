// A new screen, from the code that it shows to the day it is shut out: it is let in, named, found, sent
// to another room, and nobody goes and touches it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { faults, launch, open, picture, sizes } from './browser.ts';
import { meeting, programme } from './programme.ts';
import { tap } from './screens.ts';
import { Server } from './server.ts';

const server = new Server(
  programme(
    ['xx', 'Room XX', meeting('CU', 'Cuba', 60, 120)],
    ['xxiii', 'Room XXIII', meeting('CA', 'Canada', 60, 120)],
  ),
);
let browser: Browser;
let desk: Page;
/** The secretariat of the other room. */
let otherDesk: Page;
let screen: Page;

before(async () => {
  const links = await server.start();
  browser = await launch();
  desk = await open(browser, links.secretariat, { width: 1366, height: 768 });
  await desk.getByRole('navigation').getByRole('button', { name: 'Screens' }).click();
  const [other] = /http:\S+\/secretariat\/#room=xxiii&\S+/.exec(server.output) ?? [];
  assert.ok(other, server.output);
  otherDesk = await open(browser, other, { width: 1366, height: 768 });
  await otherDesk.getByRole('navigation').getByRole('button', { name: 'Screens' }).click();
  screen = await open(browser, `${server.origin}/#`, sizes.display);
});

after(async () => {
  await browser?.close();
  await server.remove();
});

/** The row of a screen, by its name. */
function row(name: string, of = desk): Locator {
  return of.getByRole('row').filter({ hasText: name });
}

test('a screen is let in by its code, and followed until it is shut out', async (t) => {
  await t.test('it shows a code at the server’s address, and becomes a display by it', async () => {
    await screen.getByRole('heading', { name: 'Make this a screen of a room' }).waitFor();
    const shown = await screen.getByText(/^[0-9A-Z]{3} [0-9A-Z]{3}$/).innerText();
    await picture(screen, 'pairing-code');

    const form = desk.getByRole('region', { name: 'Let a new screen in' });
    await form.getByRole('textbox', { name: 'Code on the screen' }).fill(shown);
    await form.getByRole('textbox', { name: 'Name' }).fill('Left wall');
    await form.getByRole('combobox', { name: 'Room' }).selectOption('Room XX');
    await form.getByRole('combobox', { name: 'Role' }).selectOption('Room display');
    await form.getByRole('combobox', { name: 'Scene' }).selectOption('Name plates only');
    await tap(desk, 'Let it in');

    await screen.getByRole('list', { name: 'Name plates' }).waitFor();
    await screen.getByText('National CSO: housing in Cuba').waitFor();
    await row('Left wall').getByText('Connected since').waitFor();
    for (const text of ['Paired', 'Room display', 'Name plates only'])
      await row('Left wall').getByText(text, { exact: true }).waitFor();
    await picture(desk, 'secretariat-paired');
  });

  await t.test('it is renamed and given another scene, where it stands', async () => {
    await tap(desk, 'Change Left wall');
    const dialog = desk.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Right wall');
    await dialog.getByRole('combobox', { name: 'Scene' }).selectOption('Automatic');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row('Right wall').getByText('Automatic').waitFor();
    await screen.getByRole('heading', { name: 'Cuba' }).waitFor();
  });

  await t.test('asked which it is, it shows its name, and then the room again', async () => {
    await tap(desk, 'Identify Right wall');
    await screen.getByText('This screen is').waitFor();
    await screen.getByText('Right wall').waitFor();
    await picture(screen, 'display-identified');
    await screen.getByText('Right wall').waitFor({ state: 'detached' });
  });

  await t.test(
    'sent to another room as a display, it shows that one, which now has it',
    async () => {
      await tap(desk, 'Change Right wall');
      const dialog = desk.getByRole('dialog');
      const role = dialog.getByRole('combobox', { name: 'Role' });
      await role.selectOption('Observer');
      await dialog.getByRole('combobox', { name: 'Room' }).selectOption('Room XXIII');
      assert.deepEqual(await role.locator('option').allInnerTexts(), ['Room display']);
      await picture(desk, 'secretariat-sent-away');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await screen.getByRole('heading', { name: 'Canada' }).waitFor();
      await screen.getByText('Room XXIII').first().waitFor();
      await row('Right wall').waitFor({ state: 'detached' });
      await row('Right wall', otherDesk).getByText('Connected since').waitFor();
    },
  );

  await t.test('opened at the server’s address again, it finds its way back', async () => {
    await screen.goto(server.origin);
    await screen.getByRole('heading', { name: 'Canada' }).waitFor();
  });

  await t.test('revoked, it shows nothing of a room, and can be admitted again', async () => {
    await tap(otherDesk, 'Revoke Right wall');
    await otherDesk.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await row('Right wall', otherDesk).waitFor({ state: 'detached' });
    await screen.getByText('This screen was shut out').waitFor();
    await picture(screen, 'display-revoked');
    await screen.goto(server.origin);
    await screen.getByText(/^[0-9A-Z]{3} [0-9A-Z]{3}$/).waitFor();
  });

  assert.deepEqual([...faults(screen), ...faults(desk), ...faults(otherDesk)], []);
});
