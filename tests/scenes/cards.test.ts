// The sheet of cards, printed: one page of paper for ten cards, in the languages of the room.
// ROSTRUM_PICTURES=folder keeps each sheet.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, picture } from '../e2e/browser.ts';
import { checkScreen } from './check_screen.ts';
import { T0, rooms } from './rooms.ts';
import { ScriptedScreen } from './scripted_screen.ts';
import { Role } from '$proto/table_pb';

const folder = mkdtempSync(join(tmpdir(), 'rostrum-cards-'));
let browser: Browser;
beforeAll(async () => void (browser = await launch()));
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

const states = ['CU', 'GB', 'KP', 'CI', 'FR', 'PE', 'VA', 'ST', 'MK'];
const others = [
  'European Union',
  'Coalition of National and International Organisations for the Rights of Indigenous Peoples, ' +
    'Minorities, Migrants and Refugees in the Andes, the Amazon and the Caribbean',
  'المؤسسة الوطنية لحقوق الإنسان',
];
const held = (holder: object, i: number) => ({
  id: `card-${i + 1}`,
  holder: { stateCode: '', name: '', delegationId: '', meetingId: '', ...holder },
  identity: i === 9 ? 'eu-desk@un.example' : '',
  issuedAtUnixMs: String(T0),
  replacedAtUnixMs: i === 2 ? String(T0 + 60_000) : '0',
  used: i < 3,
});
const cards = [
  ...states.map((stateCode) => ({ stateCode })),
  ...others.map((name) => ({ name })),
].map(held);
const code = (i: number) => `BCDFG${'BCDFGHJKLMNP'[i]}`;
const issued = cards.map((card, i) => ({
  card,
  code: code(i),
  url: `https://rostrum.example/delegation/#room=xxvii&token=${'0123456789abcdefghjkmnpqr'}${'bcdfghjkmnpq'[i]}`,
}));

/** Opens the section with cards issued, as the server answers one request after another. */
async function issueCards(lang: string) {
  const answered = [{ cards: [], most: 400 }, { cards: issued }];
  const screen = await ScriptedScreen.open(browser, rooms.speaking!, () => T0, {
    width: 1366,
    height: 900,
    path: '/secretariat/',
    role: Role.SECRETARIAT,
    address: `lang=${lang}&tab=cards`,
    answers: {
      get ['/api/v1/rooms/xxvii/cards']() {
        return answered.shift() ?? { cards, most: 400 };
      },
      '/api/v1/rooms/xxvii/programme': { programmeRevision: '0', room: { meetings: [] } },
    },
  });
  const { page } = screen;
  await page.locator('textarea').fill('European Union');
  await page.locator('.way').last().getByRole('button').click();
  await page.locator('.paper').first().waitFor();
  return screen;
}

/** Nothing of a card is cut off. */
async function isWhole({ page }: ScriptedScreen) {
  const cut = await page
    .locator('.paper li, .paper .who')
    .evaluateAll((all) =>
      all
        .filter(
          (one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth,
        )
        .map((one) => one.textContent),
    );
  expect(cut).toEqual([]);
}

/** Prints the page; returns the size of its pages in millimetres, and its text. */
async function print({ page }: ScriptedScreen, name: string) {
  const file = join(process.env.ROSTRUM_PICTURES ?? folder, `${name}.pdf`);
  writeFileSync(file, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const about = execFileSync('pdfinfo', ['-f', '1', '-l', '99', file], { encoding: 'utf8' });
  const sizes = [...about.matchAll(/size: +([\d.]+) x ([\d.]+) pts/g)].map((size) =>
    size.slice(1).map((points) => Math.round((Number(points) / 72) * 25.4)),
  );
  return { sizes, text: execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }) };
}

test('issued cards are printed ten a page, on A4 or Letter, in one language or two', async () => {
  const screen = await issueCards('en');
  const { page } = screen;
  await picture(page, 'secretariat-cards-sheet');
  await checkScreen(screen, 'sheet of cards', { axe: true, scrolls: true });
  await isWhole(screen);
  const a4 = await print(screen, 'cards-a4');
  expect(a4.sizes).toEqual([
    [210, 297],
    [210, 297],
  ]);
  for (let i = 0; i < issued.length; ++i) expect(a4.text).toContain(`BCD FG${code(i).at(-1)}`);
  expect(a4.text).toContain('Cuba');
  expect(a4.text).toContain('European Union');
  expect(a4.text).toContain('https://rostrum.example/delegation');
  // What is for hands stays on the screen.
  expect(a4.text).not.toMatch(/Print|Paper|Second language|Floor/);

  await page.getByLabel('Letter').check({ force: true });
  await page.getByLabel('Second language').selectOption('fr');
  await page.getByText('Royaume-Uni').first().waitFor();
  await isWhole(screen);
  const letter = await print(screen, 'cards-letter');
  expect(letter.sizes).toEqual([
    [216, 279],
    [216, 279],
  ]);
  expect(letter.text).toContain('Saint-Siège');
  await screen.close();
});

test('a sheet in Arabic is laid out from the right', async () => {
  const screen = await issueCards('ar');
  const { page } = screen;
  await page.getByText('كوبا').first().waitFor();
  const [qr, letters] = await Promise.all(
    ['li > svg', 'li .letters'].map((each) =>
      page.locator('.paper').first().locator(each).first().boundingBox(),
    ),
  );
  expect(qr!.x).toBeGreaterThan(letters!.x);
  await isWhole(screen);
  expect((await print(screen, 'cards-ar')).sizes).toHaveLength(2);
  await picture(page, 'secretariat-cards-ar');
  await screen.close();
});

test('the section lists the cards, and says when none is left to print', async () => {
  const screen = await issueCards('en');
  const { page } = screen;
  await page.getByRole('button', { name: 'Printed: close the sheet' }).click();
  await page
    .getByRole('row')
    .filter({ hasText: 'European Union' })
    .getByText('eu-desk@un.example')
    .waitFor();
  expect(await page.getByRole('row').count()).toBe(1 + cards.length);
  await page.getByRole('button', { name: 'Replace the card of Cuba' }).click();
  await page.getByRole('dialog').getByText('disconnected at once').waitFor();
  await picture(page, 'secretariat-cards-replace');
  await page.keyboard.press('Escape');
  await picture(page, 'secretariat-cards');
  await checkScreen(screen, 'cards', { axe: true, scrolls: true });
  await screen.close();
});

test('cards whose meeting has left the room are named, and revoked together', async () => {
  const left = { ...cards[0]!, id: 'card-90' };
  const holder = { name: 'Women', delegationId: 'women', meetingId: 'moved', stateCode: '' };
  const screen = await ScriptedScreen.open(browser, rooms.speaking!, () => T0, {
    width: 1366,
    height: 900,
    path: '/secretariat/',
    role: Role.SECRETARIAT,
    address: 'lang=en&tab=cards',
    answers: {
      '/api/v1/rooms/xxvii/cards': {
        cards: [...cards.slice(0, 3), { ...left, holder }],
        most: 400,
      },
      '/api/v1/rooms/xxvii/programme': { programmeRevision: '0', room: { meetings: [] } },
    },
  });
  const { page } = screen;
  await page.getByText('1 card opens nothing any more').waitFor();
  await page.getByRole('row', { name: 'Women' }).getByText('Meeting has left').waitFor();
  await picture(page, 'secretariat-cards-left');
  await page.getByRole('button', { name: 'Revoke it' }).click();
  await page.getByRole('dialog').getByText('Revoke the card of Women?').waitFor();
  await screen.close();
});
