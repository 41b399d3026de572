// The speakers' list is reordered with a finger on one chair's tablet while Next is tapped on another:
// nobody is lost, nobody is skipped, and the order is what an onlooker would expect; or the move is
// refused with a sentence.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { faults, launch, open, picture, sizes } from './browser.ts';
import { Finger } from './finger.ts';
import { until } from './limit.ts';
import { meeting, programme } from './programme.ts';
import { snapshot } from './room.ts';
import { allHear, tap } from './screens.ts';
import { type Links, Server } from './server.ts';

const themes = ['water', 'housing', 'education', 'health', 'labour', 'press'];
const plate = (theme: string) => `National CSO: ${theme}`;

const ghana = meeting('GH', 'Ghana', -5, 55);
ghana.panel = themes.map((theme) => ({
  id: theme,
  kind: 'DELEGATION_KIND_NATIONAL_CSO',
  title: plate(theme),
  allottedS: 300,
}));

const server = new Server(programme(['xx', 'Room XX', ghana]));
let browser: Browser;
let links: Links;
/** Under the finger. */
let tablet: Page;
let finger: Finger;
/** Another chair's, where Next is tapped. */
let other: Page;
let display: Page;

/** What the server says to the tablet waits here while it is held back, as on a bad network. */
let heldBack: (() => void)[] | undefined;

async function onABadNetwork(context: BrowserContext): Promise<void> {
  await context.routeWebSocket(/.*/, (client) => {
    const line = client.connectToServer();
    line.onMessage((said) => {
      if (heldBack) heldBack.push(() => client.send(said));
      else client.send(said);
    });
  });
}

function letThrough(): void {
  for (const say of heldBack ?? []) say();
  heldBack = undefined;
}

before(async () => {
  links = await server.start();
  browser = await launch();
  tablet = await open(browser, links.chair, sizes.tablet, onABadNetwork);
  finger = await Finger.on(tablet);
  other = await open(browser, links.chair, sizes.tablet);
  display = await open(browser, links.display, sizes.display);
  await tap(other, 'Open the meeting');
  await tap(other, 'Declines');
  await tap(other, `Give the floor to ${plate('water')}`);
});

after(async () => {
  await browser?.close();
  await server.remove();
});

const list = (page: Page) => page.getByRole('list', { name: 'Speakers’ list' });
const row = (page: Page, theme: string) => list(page).locator(`> li[aria-label="${plate(theme)}"]`);
const grip = (theme: string) => tablet.getByLabel(`Move ${plate(theme)}`).first();

/** A tablet shows these on its list, in this order, or will. */
async function waits(page: Page, ...expected: string[]): Promise<void> {
  // The place that is kept for a plate under the finger counts as well: it is where that will be.
  const shown = () =>
    list(page)
      .locator('> li')
      .evaluateAll((rows) => rows.map((each) => each.getAttribute('aria-label')));
  await until(async () => (await shown()).join() === expected.map(plate).join());
}

/** All of the panel, as the record has them: who has the floor, and who waits in which order. */
async function onRecord(speaking: string, ...waiting: string[]): Promise<void> {
  const { room } = await snapshot(links.observer);
  const { inscriptions } = room.list;
  const inStatus = (status: string) =>
    inscriptions.filter((each) => each.status === status).map(({ id }) => id);
  assert.equal(room.floor.statement?.inscriptionId, speaking);
  assert.deepEqual(inStatus('INSCRIPTION_STATUS_WAITING'), waiting);
  const all = inscriptions.map(({ id }) => id).filter((id) => id !== 'sur');
  assert.deepEqual(all.toSorted(), themes.toSorted());
}

/** Next arrives on the tablet, from the other one. */
async function nextArrives(calling: string): Promise<void> {
  await tap(other, `Next: ${plate(calling)}`);
  await allHear([display], plate(calling));
  await tablet.getByRole('region', { name: 'The floor' }).getByText(plate(calling)).waitFor();
}

test('a finger moves a plate', async () => {
  await waits(tablet, 'housing', 'education', 'health', 'labour', 'press');
  await finger.down(grip('press'));
  await finger.drag(row(tablet, 'education'));
  await waits(tablet, 'housing', 'press', 'education', 'health', 'labour');
  // Nothing is true before it is done.
  await onRecord('water', 'housing', 'education', 'health', 'labour', 'press');
  await finger.up();
  for (const page of [tablet, other])
    await waits(page, 'housing', 'press', 'education', 'health', 'labour');
  await onRecord('water', 'housing', 'press', 'education', 'health', 'labour');
});

test('Next arrives in mid-drag: the plate comes to where it is put', async () => {
  await finger.down(grip('labour'));
  await finger.drag(row(tablet, 'education'));
  await waits(tablet, 'housing', 'press', 'labour', 'education', 'health');
  await nextArrives('housing');
  await picture(tablet, 'chair-mid-drag');
  await finger.up();
  for (const page of [tablet, other]) await waits(page, 'press', 'labour', 'education', 'health');
  await onRecord('housing', 'press', 'labour', 'education', 'health');
});

test('a touch that the system takes away moves nobody, and the list still works', async () => {
  await finger.down(grip('health'));
  await finger.drag(row(tablet, 'press'));
  await waits(tablet, 'health', 'press', 'labour', 'education');
  await finger.takenAway();
  await waits(tablet, 'press', 'labour', 'education', 'health');
  await onRecord('housing', 'press', 'labour', 'education', 'health');
});

test('Next calls the one in front of whom it is put: it is the next', async () => {
  await finger.down(grip('health'));
  await finger.drag(row(tablet, 'press'));
  await waits(tablet, 'health', 'press', 'labour', 'education');
  await nextArrives('press');
  await finger.up();
  for (const page of [tablet, other]) await waits(page, 'health', 'labour', 'education');
  await onRecord('press', 'health', 'labour', 'education');
});

test('Next calls the one under the finger: it speaks, and the list is as it was', async () => {
  await finger.down(grip('health'));
  await finger.drag(row(tablet, 'education'));
  await waits(tablet, 'labour', 'education', 'health');
  await nextArrives('health');
  await finger.up();
  for (const page of [tablet, other]) await waits(page, 'labour', 'education');
  await onRecord('health', 'labour', 'education');
});

test('put in front of one whom another tablet has called, unseen: refused in a sentence', async () => {
  const inert = tablet.locator('[aria-disabled=true]');
  heldBack = [];
  await tap(other, `Next: ${plate('labour')}`);
  await allHear([display], plate('labour'));
  await finger.down(grip('education'));
  await finger.drag(row(tablet, 'labour'));
  await waits(tablet, 'education', 'labour');
  await finger.up();
  // On its way, the plate stays where it was put, and nothing else can be moved; then the tablet is
  // shown the truth.
  await tablet
    .getByLabel(`Move ${plate('education')}`, { exact: true })
    .and(inert)
    .waitFor();
  await waits(tablet, 'education', 'labour');
  letThrough();
  await tablet
    .getByRole('alert', { name: 'Not done' })
    .getByText('Somebody else acted first. Look again at the screen.')
    .waitFor();
  await picture(tablet, 'chair-refused');
  for (const page of [tablet, other]) await waits(page, 'education');
  await onRecord('labour', 'education');
});

test('everybody is heard, in the order that was seen', async () => {
  await tap(other, `Next: ${plate('education')}`);
  await allHear([display], plate('education'));
  await tap(other, 'End the statement');
  await tablet.getByText('Everybody present has been heard').waitFor();
  const { room } = await snapshot(links.observer);
  assert.deepEqual(
    room.meeting.turns.map(({ inscriptionId }) => inscriptionId),
    ['water', 'housing', 'press', 'health', 'labour', 'education'],
  );
  for (const page of [tablet, other, display]) assert.deepEqual(faults(page), []);
});
