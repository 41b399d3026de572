// Facts and figures in the secretariat's page: of a short meeting as it is held, and of the whole
// demonstration round as UPR Info published them, printed on A4.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { faults, launch, open, sizes } from './browser.ts';
import { meeting, programme } from './programme.ts';
import { tap } from './screens.ts';
import { Server } from './server.ts';

const laptop = { width: 1366, height: 768 };
const replay = resolve(process.env.ROSTRUM_REPLAY ?? 'build/release/replay_round');
const folder = mkdtempSync(join(tmpdir(), 'rostrum-figures-'));
const prints = process.env.ROSTRUM_PICTURES ?? folder;

let browser: Browser;

before(async () => {
  mkdirSync(prints, { recursive: true });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Waits until the figures of a page are these, by their names. */
async function figuresAre(desk: Page, figures: Record<string, string>): Promise<void> {
  const all = desk.getByRole('region', { name: 'Figures and what they count' });
  for (const [name, value] of Object.entries(figures)) {
    const figure = all.locator('div').filter({ has: desk.getByText(name, { exact: true }) });
    await figure.getByText(value, { exact: true }).waitFor();
  }
}

/** Chooses whether the NHRIs are counted among the CSOs or separately. */
async function count(desk: Page, choice: string): Promise<void> {
  await desk
    .getByRole('group', { name: 'National human rights institutions' })
    .getByText(choice)
    .click();
}

async function openFigures(link: string): Promise<Page> {
  const desk = await open(browser, link, laptop);
  await desk.getByRole('navigation').getByRole('button', { name: 'Facts and figures' }).click();
  return desk;
}

test('the figures of a meeting follow it, by the definition that is chosen', async (t) => {
  const cuba = meeting('CU', 'Cuba', 0, 60);
  cuba.panel[1] = { ...cuba.panel[1]!, kind: 'DELEGATION_KIND_NHRI', title: 'The NHRI of Cuba' };
  const server = new Server(programme(['xx', 'Room XX', cuba]));
  t.after(() => server.remove());
  const links = await server.start();
  const chair = await open(browser, links.chair, sizes.tablet);
  const desk = await openFigures(links.secretariat);
  await desk.getByText('0 meetings').waitFor();

  await tap(chair, 'Open the meeting');
  await tap(chair, 'Declines');
  await tap(chair, 'Give the floor to National CSO: housing in Cuba');
  await tap(chair, 'Next: The NHRI of Cuba');
  await tap(chair, 'End the statement');
  await desk.getByText('1 meeting').waitFor();
  await figuresAre(desk, {
    'CSOs that took the floor': '2',
    'National CSOs': '2',
    'National human rights institutions': '1',
    'States under Review that attended': '1',
    'Absent, their plates kept': '0',
  });
  await desk.getByText('NHRIs are counted in.').first().waitFor();

  await count(desk, 'Counted separately from the CSOs');
  await figuresAre(desk, {
    'CSOs that took the floor': '1',
    'National CSOs': '1',
    'National human rights institutions': '1',
  });
  await desk.getByText('NHRIs are not counted in.').first().waitFor();
  const turns = desk.getByRole('region', { name: 'Time by speaker' });
  await turns.getByRole('row').filter({ hasText: 'The NHRI of Cuba' }).getByText('6:00').waitFor();
  assert.deepEqual([...faults(desk), ...faults(chair)], []);
});

test('the round’s published figures, printed on A4', async (t) => {
  const server = new Server();
  t.after(() => server.remove());
  execFileSync(replay, [server.data]);
  const desk = await openFigures((await server.start()).secretariat);
  await desk.getByText('12 meetings').waitFor();
  const published = {
    'CSOs that took the floor': '58',
    'of them represented by women': '30',
    'National CSOs': '39',
    'National human rights institutions': '3',
    'Permanent Missions that attended': '68',
    'Permanent Missions at a meeting, on average': '23.8',
    'Share of them at each meeting': '35%',
    'States under Review that attended': '7',
    'Absent, their plates kept': '2',
  };
  await figuresAre(desk, published);

  await t.test('on paper there is what was chosen, and nothing that is for hands', async () => {
    const file = join(prints, 'figures.pdf');
    await desk.pdf({ path: file, preferCSSPageSize: true });
    const about = execFileSync('pdfinfo', [file]).toString();
    assert.match(about, /^Pages: +8$/m);
    assert.match(about, /^Page size: .*\(A4\)$/m);
    const pages = execFileSync('pdftotext', ['-layout', file, '-']).toString().split('\f');
    const [first = '', last = ''] = [pages[0], pages[7]];
    for (const numbers of [0, 4, 8].map((from) => Object.values(published).slice(from, from + 4)))
      assert.match(first, new RegExp(`^ *${numbers.join(' +')}$`, 'm'));
    assert.match(first, /^Room XXVII · 12 meetings$/m);
    assert.match(first, /NHRIs\s+are counted in\./);
    assert.match(first, /^ *Panel statement +58 +5:48:00 +5:38:20$/m);
    assert.match(last, /^Room XXVII · As of \d+ \w+ \d{4} at \d\d:\d\d$/m);
    for (const page of pages) assert.doesNotMatch(page, /Save as|Print|controls|Programme/);
  });
  assert.deepEqual(faults(desk), []);
});
