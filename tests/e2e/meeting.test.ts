// A whole meeting, Cuba's, on one tablet, two displays and a lectern at once: each step asserted by
// what a person would see.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { faults, launch, open, sizes } from './browser.ts';
import { remainingMs, snapshot } from './room.ts';
import { allCount, allHear, allShow, shownSeconds, tap, timer } from './screens.ts';
import { type Links, Server } from './server.ts';

const server = new Server();
let browser: Browser;
let links: Links;
let chair: Page;
let display: Page;
let hallway: Page;
let lectern: Page;

const expression = 'National CSO: freedom of expression';
const disappearances = 'National CSO: enforced disappearances';
const international = 'International CSO: media freedom';
const coalition = 'National coalition: freedom of association';

before(async () => {
  links = await server.start();
  browser = await launch();
  chair = await open(browser, links.chair, sizes.tablet);
  display = await open(browser, links.display, sizes.display);
  hallway = await open(browser, links.display, { width: 1024, height: 768 });
  lectern = await open(browser, links.speaker, sizes.lectern);
});

after(async () => {
  await browser?.close();
  await server.remove();
});

test('a whole meeting, from the waiting room to the closing', async (t) => {
  await t.test('before: the State, the room, the panel with its two empty chairs', async () => {
    for (const screen of [display, hallway]) {
      await screen.getByRole('heading', { name: 'Cuba' }).waitFor();
      await screen.getByText('Room XXVII').first().waitFor();
      const plates = screen.getByRole('list', { name: 'Name plates' }).getByRole('listitem');
      assert.equal(await plates.count(), 7);
      assert.equal(await plates.filter({ hasText: 'Prevented from travelling' }).count(), 2);
    }
  });

  await t.test('opened: the State under Review is called first', async () => {
    await tap(chair, 'Open the meeting');
    await allShow([display, hallway], 'The meeting is open');
    await chair.getByRole('button', { name: 'Give the floor to Cuba', exact: true }).waitFor();
  });

  await t.test('the State under Review declines its two minutes', async () => {
    await tap(chair, 'Declines');
    await chair
      .getByRole('button', { name: `Give the floor to ${expression}`, exact: true })
      .waitFor();
    const { room } = await snapshot(links.observer);
    const sur = room.list.inscriptions.find(({ id }) => id === 'sur');
    assert.equal(sur?.status, 'INSCRIPTION_STATUS_DECLINED');
  });

  await t.test('the first panellist has the floor, for six minutes, on every screen', async () => {
    await tap(chair, `Give the floor to ${expression}`);
    await allHear([display, hallway], expression);
    await allShow([lectern], expression);
    await allCount([chair, display, hallway, lectern], 360, 355);
    await display.getByText(disappearances).first().waitFor();
  });

  await t.test('paused, thirty seconds added, resumed', async () => {
    await tap(chair, 'Pause');
    await allShow([display, hallway, lectern], 'Paused');
    const standing = await shownSeconds(display);
    await tap(chair, '+30 s');
    await chair.getByText('+0:30').waitFor();
    await allCount([display, hallway], standing + 30, standing + 30);
    await tap(chair, 'Go on');
    await display.getByText('Paused').waitFor({ state: 'hidden' });
  });

  await t.test('a slip of Next is undone, to the millisecond', async () => {
    const { room: earlier } = await snapshot(links.observer);
    await tap(chair, `First, ${disappearances}`);
    await tap(chair, 'End the statement now');
    await allHear([display, hallway], disappearances);
    await allShow([lectern], disappearances);
    await allCount([display, hallway], 360, 355);
    await tap(chair, `Undo: Next speaker called ${disappearances}`);
    await chair.getByRole('button', { name: `First, ${disappearances}`, exact: true }).waitFor();
    const { room: later } = await snapshot(links.observer);
    assert.deepEqual(later, earlier);
    await allHear([display, hallway], expression);
    await allShow([lectern], expression);
  });

  await t.test('warned in amber, then red, then overtime', async () => {
    // Six minutes and thirty seconds, less twelve half minutes: half a minute is left to wait.
    for (let taken = 0; taken < 12; taken++) await tap(chair, '−30 s');
    await waitForPhase('warning');
    await waitForPhase('up');
    await allShow([display, hallway], 'Overtime');
    for (const screen of [display, hallway])
      await timer(screen).filter({ hasText: '0:02' }).waitFor();
    const state = await snapshot(links.observer);
    assert.ok(remainingMs(state) < 0);
    assert.ok((await shownSeconds(hallway)) < 0);
  });

  await t.test('the chair passes two empty chairs over, and their plates stand', async () => {
    await tap(chair, `First, ${disappearances}`);
    await allHear([display, hallway], disappearances);
    await allShow([lectern], disappearances);
    await tap(chair, `Next: ${international}`);
    await allHear([display, hallway], international);
    await allShow([lectern], international);
    const plates = display.getByRole('list', { name: 'Name plates' }).getByRole('listitem');
    assert.equal(await plates.filter({ hasText: 'Empty chair' }).count(), 2);
  });

  await t.test('a notice is shown and taken away', async () => {
    await tap(chair, 'Notice');
    await tap(chair, 'For the interpreters: please speak slowly.');
    await allShow([display, hallway, lectern], 'For the interpreters: please speak slowly.');
    await tap(chair, /please speak slowly/);
    await tap(chair, 'Take it off the screens');
    await display
      .getByText('For the interpreters: please speak slowly.')
      .waitFor({ state: 'hidden' });
    await chair.keyboard.press('Escape');
  });

  await t.test('suspended and resumed: the time stood still', async () => {
    await tap(chair, /Room XXVII/);
    await tap(chair, 'Without a time of return');
    await allShow([display, hallway], 'The meeting is suspended');
    const { room: suspended } = await snapshot(links.observer);
    assert.equal(suspended.floor.statement?.runningSinceUnixMs, '0');
    await chair.keyboard.press('Escape');
    // The button warns that the time of the speaker runs at once.
    await tap(chair, /^Resume the meeting/);
    await allHear([display, hallway], international);
    const { room: resumed } = await snapshot(links.observer);
    assert.equal(
      resumed.floor.statement?.elapsedBeforeMs,
      suspended.floor.statement?.elapsedBeforeMs,
    );
    assert.notEqual(resumed.floor.statement?.runningSinceUnixMs, '0');
  });

  await t.test('everybody heard, and closed', async () => {
    await tap(chair, `Next: ${coalition}`);
    await allHear([display, hallway], coalition);
    await tap(chair, 'End');
    // The empty chairs that were passed over have their turn now, and then the questions come.
    await tap(chair, 'No silence');
    await tap(chair, 'No silence');
    await chair
      .getByText(/^Everybody present has been heard, and .* is kept for questions$/)
      .waitFor();
    await chair.getByRole('button', { name: 'Open the questions', exact: true }).waitFor();
    await tap(chair, 'Close the meeting');
    await tap(chair, 'Close it now');
    await allShow([display, hallway], 'The meeting is closed');
    const { room } = await snapshot(links.observer);
    assert.equal(room.meeting.course, 'COURSE_CLOSED');
    assert.deepEqual(
      room.meeting.turns.map(({ inscriptionId }) => inscriptionId),
      ['national-cso-1', 'national-cso-4', 'international-cso-1', 'national-coalition-1'],
    );
  });

  await t.test('no screen has a script error', () => {
    for (const page of [chair, display, hallway, lectern]) assert.deepEqual(faults(page), []);
  });
});

/** Both displays are in this phase of a statement, or will be within half a minute. */
async function waitForPhase(phase: 'warning' | 'up'): Promise<void> {
  for (const screen of [display, hallway])
    await screen.locator(`[role=timer][data-phase=${phase}]`).waitFor();
}
