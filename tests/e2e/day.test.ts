// The day's ripple: a meeting that ends late moves those that follow, and everybody who waits sees it:
// in the lobby, on the room's display, and on the phones of the panels to come.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { faults, launch, open, picture, sizes } from './browser.ts';
import { clock, meeting, programme } from './programme.ts';
import { snapshot } from './room.ts';
import { tap } from './screens.ts';
import { type Links, Server } from './server.ts';

// Cuba's ten minutes are over before it opens, and Canada was to begin ten minutes ago.
const server = new Server(
  programme([
    'xx',
    'Room XX',
    meeting('CU', 'Cuba', -20, -10),
    meeting('CA', 'Canada', -10, 20),
    meeting('CL', 'Chile', 20, 80),
  ]),
);
let browser: Browser;
let links: Links;
let chair: Page;
let lobby: Page;
let display: Page;
let canada: Page;
let chile: Page;

before(async () => {
  links = await server.start();
  browser = await launch();
  chair = await open(browser, links.chair, sizes.tablet);
  lobby = await open(browser, `${server.origin}/#`, sizes.phone);
  display = await open(browser, links.display, sizes.display);
  canada = await open(browser, links.speaker, sizes.phone);
  chile = await open(browser, links.speaker, sizes.phone);
});

after(async () => {
  await browser?.close();
  await server.remove();
});

/** The lobby's row of a State shows this, once the lobby has asked again. */
async function lobbyShows(state: string, text: string | RegExp): Promise<void> {
  const row = lobby.getByRole('listitem').filter({ hasText: state });
  await row.getByText(text).waitFor();
}

/** A time `minutes` from now, as read by somebody who looks up within a minute. */
function about(minutes: number): string {
  return `(${clock(minutes, Date.now())}|${clock(minutes + 1, Date.now())})`;
}

test('everybody who waits sees a late end', async (t) => {
  await t.test('two panels wait for their meetings on their phones', async () => {
    for (const [phone, state] of [
      [canada, 'Canada'],
      [chile, 'Chile'],
    ] as const) {
      await tap(phone, 'I have a plate here');
      await tap(phone, new RegExp(`^${state}`));
      await phone.getByText('Your meeting').waitFor();
      await phone.getByRole('heading', { name: state }).waitFor();
    }
  });

  // Cuba's two minutes, twice six of its panel, and a quarter of an hour for questions: 29 minutes.
  let end = 0;
  await t.test('with a speaker on the floor, it is known when the meeting will end', async () => {
    await tap(chair, 'Open the meeting');
    await tap(chair, 'Give the floor to Cuba');
    await chair.getByRole('timer').first().waitFor();
    const { room } = await snapshot(links.observer);
    end = Number(room.floor.statement?.givenAtUnixMs) + 29 * 60_000;

    await canada.getByText(`The meeting opens at ${clock(0, end)}`).waitFor();
    await canada.getByText(`Planned for ${clock(-10)}, expected at ${clock(0, end)}`).waitFor();
    await chile.getByText(`Planned for ${clock(20)}, expected at ${clock(30, end)}`).waitFor();
    await lobbyShows('Canada', `Expected at ${clock(0, end)}`);
    await lobbyShows('Chile', `Expected at ${clock(30, end)}`);
    await picture(canada, 'lectern-expected');
    await picture(lobby, 'lobby-expected');
  });

  await t.test('two minutes more for the speaker are two minutes more for all', async () => {
    for (let added = 0; added < 4; added++) await tap(chair, '+30 s');
    await canada.getByText(`expected at ${clock(2, end)}`).waitFor();
    await chile.getByText(`expected at ${clock(32, end)}`).waitFor();
    await lobbyShows('Canada', `Expected at ${clock(2, end)}`);
  });

  await t.test('closed, the display says when the next one can begin, and was to', async () => {
    await tap(chair, /Room XX/);
    await tap(chair, 'Close the meeting');
    await tap(chair, 'Close it now');
    await display.getByText('Next meeting').waitFor();
    await display.getByText(new RegExp(`^expected ${about(0)}$`)).waitFor();
    await display.getByText(`planned ${clock(-10)}`).waitFor();
    await picture(display, 'display-expected');
    // Nothing is in its way any more: it opens when the chair opens it.
    await canada.getByText('The meeting is not open yet').waitFor();
    await chile
      .getByText(new RegExp(`Planned for ${clock(20)}, expected at ${about(30)}`))
      .waitFor();
    await lobbyShows('Chile', new RegExp(`Expected at ${about(30)}`));
  });

  await t.test('announced, the next meeting waits on the display by its new time', async () => {
    await tap(chair, /Room XX/);
    const row = chair.getByRole('dialog').getByRole('listitem', { name: 'Canada' });
    await row.getByRole('button').click();
    await display.getByRole('heading', { name: 'Canada' }).waitFor();
    await display.getByText(new RegExp(`^expected ${about(0)}$`)).waitFor();
    // Its plates are known now, and the phone of its panel asks which one.
    await tap(canada, /housing in Canada/);
    await canada.getByText('The meeting is not open yet').waitFor();
    await chile.getByText(new RegExp(`expected at ${about(30)}`)).waitFor();
  });

  for (const page of [chair, lobby, display, canada, chile])
    assert.deepEqual(faults(page), [], page.url());
});
