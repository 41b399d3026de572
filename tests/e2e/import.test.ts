// A programme as a sheet: its faults reported by row, mended, imported, and cancelled again
// with nothing lost.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { faults, launch, open, picture } from './browser.ts';
import { tap } from './screens.ts';
import { Server } from './server.ts';

const server = new Server();
let browser: Browser;
let desk: Page;

before(async () => {
  const links = await server.start();
  browser = await launch();
  desk = await open(browser, links.secretariat, { width: 1366, height: 768 });
  await desk.getByRole('navigation').getByRole('button', { name: 'Programme' }).click();
  await desk.getByText('Import', { exact: true }).click();
});

after(async () => {
  await browser?.close();
  await server.remove();
});

const headings =
  'Meeting,Date,Start,End,State,SuR time,Hard stop,' +
  'Panellist,Panellist id,Kind,Minutes,Standing,Reason,Represented by';

/** Gives the page a file, as dropping or choosing one does. */
async function choose(name: string, ...rows: string[]): Promise<void> {
  await desk
    .getByLabel('Choose a file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\r\n')) });
}

/** The rows of a table below a heading, cell by cell. */
function cells(region: string): Promise<string[][]> {
  return desk
    .getByRole('region', { name: region })
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => (cell as HTMLElement).innerText.trim())),
    );
}

test('a sheet is looked at, mended, taken over and taken out', async (t) => {
  await t.test('each fault is shown with its row, its column and the reason', async () => {
    await choose(
      'round.csv',
      headings,
      'fiji,2030-05-06,09:00,10:00,Atlantis,2:00,,National CSO: sea level,a,national CSO,6:00,,,',
      ',,,,,,,National CSO: fisheries,b,trade union,6:00,,,',
      ',,,,,,,NHRI,c,NHRI,six,absent,Visa,',
      'peru,2030-05-06,25:00,11:00,Peru,2:00,,National CSO: mining,a,national CSO,9:00,,,nobody',
    );
    await desk.getByRole('region', { name: 'Faults in the file' }).waitFor();
    await picture(desk, 'secretariat-import');
    assert.deepEqual(await cells('Faults in the file'), [
      [
        '2',
        'E',
        'State',
        'No State has this name. Write its ISO code, such as CU, or its name in a language of ' +
          'the United Nations.',
      ],
      ['3', 'J', 'Kind', 'This must be national CSO, international CSO or NHRI.'],
      ['4', 'K', 'Minutes', 'This is not a number of minutes. Write it as 5, 5:30 or 6 min.'],
      ['5', 'C', 'Start', 'This is not a time of day. Write it as 09:00.'],
      ['5', 'K', 'Minutes', 'The time allotted here is 5:00 to 7:00 minutes.'],
      ['5', 'N', 'Represented by', 'This must be woman, man or other, or be left empty.'],
    ]);
    await desk.getByText('A file with a fault is not imported.').waitFor();
    assert.equal(await desk.getByRole('button', { name: /^Take over/ }).count(), 0);
  });

  const fiji = 'fiji,2030-05-06,09:00,10:00,Fiji,2:00,10:05';
  const panel = [
    'National CSO: sea level,a,national CSO,6:00,present,,woman',
    'NHRI,c,NHRI,5:30,absent,Visa,man',
  ];

  await t.test('mended, it is taken over', async () => {
    await choose('round.csv', headings, `${fiji},${panel[0]}`, `,,,,,,,${panel[1]}`);
    await desk.getByRole('region', { name: 'Faults in the file' }).waitFor({ state: 'detached' });
    await desk.getByRole('region', { name: 'What the file holds' }).waitFor();
    assert.deepEqual(await cells('What the file holds'), [
      [
        'Fiji\n2:00',
        'Monday, 6 May 2030\n09:00–10:00',
        '6:00\nNational CSO: sea level\nNational CSO\n5:30\nNHRI\nNational human rights institution\nAbsent: Visa',
        'New',
      ],
    ]);
    await tap(desk, 'Take over 1 meeting');
    await desk.getByRole('listitem').filter({ hasText: 'Fiji' }).first().waitFor();
  });

  await t.test('taken out, it has all that was brought in', async () => {
    const waiting = desk.waitForEvent('download');
    await tap(desk, 'Save the file');
    const lines = readFileSync(await (await waiting).path(), 'utf8').split('\r\n');
    assert.deepEqual(
      lines.filter((line) => line.includes('"fiji"')),
      panel.map((plate) => {
        const [title, id, kind, ...rest] = plate.split(',');
        const cells = ['xxvii', 'Room XXVII', 'Europe/Zurich', ...fiji.split(','), title, id];
        return [...cells, kind, '', '', ...rest, ''].map((cell) => `"${cell}"`).join(',');
      }),
    );
  });

  assert.deepEqual(faults(desk), []);
});
