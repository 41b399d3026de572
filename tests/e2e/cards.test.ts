// Cards in a meeting: issued and printed by the secretariat, opened by phones, each for its holder alone.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { qrCode } from '../../clients/kit/qr.ts';
import { faults, launch, open, picture, sizes } from './browser.ts';
import { ask, command } from './room.ts';
import { tap } from './screens.ts';
import { type Links, Server } from './server.ts';

const server = new Server();
let browser: Browser;
let links: Links;
let desk: Page;
let chair: Page;
const pages: Page[] = [];

before(async () => {
  links = await server.start();
  browser = await launch();
  desk = await open(browser, links.secretariat, { width: 1366, height: 900 });
  chair = await open(browser, links.chair, sizes.tablet);
  pages.push(desk, chair);
});

after(async () => {
  await browser?.close();
  await server.remove();
});

interface Card {
  code: string;
  url: string;
}

/** Does what issues cards; returns their secrets, as the sheet shows them. */
async function issued(act: () => Promise<void>): Promise<Card[]> {
  const answer = desk.waitForResponse(
    (response) => response.request().method() === 'POST' && response.url().endsWith('/cards'),
  );
  await act();
  const { cards } = (await (await answer).json()) as { cards: Card[] };
  const printed = desk.getByRole('region', { name: 'Cards to print' }).getByRole('listitem');
  await printed.first().waitFor();
  assert.equal(await printed.count(), cards.length);
  for (const [i, { code, url }] of cards.entries()) {
    await printed
      .nth(i)
      .getByText(`${code.slice(0, 3)} ${code.slice(3)}`)
      .waitFor();
    assert.equal(await printed.nth(i).locator('svg path').getAttribute('d'), qrCode(url).path);
  }
  return cards;
}

async function phone(address: string): Promise<Page> {
  const page = await open(browser, address, sizes.phone);
  pages.push(page);
  return page;
}

/** A phone without a link, on which somebody types the letters of a card. */
async function typeLetters(letters: string): Promise<Page> {
  const page = await phone(`${server.origin}/delegation/#room=xxvii`);
  await page.getByLabel('Six letters').fill(letters);
  await tap(page, 'Open');
  return page;
}

const asks = async (page: Page) => {
  await tap(page, 'Ask for the floor');
  await page.getByText('Requested; the chair has not accepted it yet.').waitFor();
};

test('cards are issued, printed, used by their holders alone, and replaced', async (t) => {
  const tray = chair.getByRole('region', { name: 'Requests' });
  let norway: Page;
  let cards: Card[] = [];

  await t.test('the secretariat issues cards, and the sheet prints on one page of A4', async () => {
    await tap(chair, 'Open the meeting');
    await tap(chair, 'Declines');
    await tap(chair, /^Requests/);
    await tap(chair, 'Open …');
    await tap(chair, 'Open the list');
    await desk.getByRole('navigation').getByRole('button', { name: 'Screens' }).click();
    await desk.getByText('By their own cards').click();
    await desk.getByRole('navigation').getByRole('button', { name: 'Cards' }).click();
    for (const state of ['Chile', 'Norway']) await desk.getByLabel(state, { exact: true }).check();
    const states = await issued(() => tap(desk, 'Issue 2 cards'));
    const sheet = await desk.pdf({ preferCSSPageSize: true, printBackground: true });
    const file = join(process.env.ROSTRUM_PICTURES ?? server.data, 'cards.pdf');
    writeFileSync(file, sheet);
    assert.match(
      execFileSync('pdfinfo', [file], { encoding: 'utf8' }),
      /^Pages: +1\n[^]*^Page size: +59[45][.\d]* x 84[12][.\d]* pts \(A4\)$/m,
    );
    await tap(desk, 'Printed: close the sheet');
    await desk.getByLabel(/^One name a line/).fill('European Union');
    cards = [...states, ...(await issued(() => tap(desk, 'Issue 1 card')))];
    await tap(desk, 'Printed: close the sheet');
  });

  await t.test('a phone asks in the name on the card, by its code and by its letters', async () => {
    const [chile, norwegian, union] = cards as [Card, Card, Card];
    norway = await phone(norwegian.url);
    await norway.getByRole('heading', { name: 'Norway' }).waitFor();
    await norway.getByText('You ask by card').waitFor();
    await picture(norway, 'phone-card');
    await asks(norway);
    await tray.getByRole('listitem', { name: 'Norway' }).waitFor();
    // As it is typed on a phone.
    const typed = await typeLetters(
      `${union.code.slice(0, 3)} ${union.code.slice(3)}`.toLowerCase(),
    );
    await typed.getByRole('heading', { name: 'European Union' }).waitFor();
    await tap(typed, 'We are in the room');
    await asks(typed);
    await picture(typed, 'phone-card-organisation');
    await tray.getByRole('listitem', { name: 'European Union' }).waitFor();

    const asNorway = {
      requestFloor: { delegationId: 'mission-no', kind: 'INSCRIPTION_KIND_QUESTION' },
    };
    await assert.rejects(
      command(chile.url, asNorway),
      /^Error: 403: .*in the name of its holder only/,
    );
  });

  await t.test('without a card, a phone is asked for one, and wrong letters are said', async () => {
    const { url } = await ask<{ url: string }>(links.display, '/floor-link');
    const page = await phone(url);
    await page.getByRole('heading', { name: 'Your delegation’s card' }).waitFor();
    await page.getByLabel('Six letters').fill('bcdfg');
    await tap(page, 'Open');
    await page.getByText('A card has six letters; here there are 5.').waitFor();
    await picture(page, 'phone-card-letters');
    await page.getByLabel('Six letters').fill('ABCDEF');
    await tap(page, 'Open');
    await page.getByText('No card has these letters.').waitFor();
  });

  await t.test('a lost card is replaced: the old one ends at once, the new one opens', async () => {
    await tap(desk, 'Replace the card of Norway');
    const [fresh] = await issued(() =>
      desk.getByRole('dialog').getByRole('button', { name: 'Replace' }).click(),
    );
    await norway.getByText('This screen was shut out').waitFor();
    await picture(norway, 'phone-card-ended');
    const old = await typeLetters(cards[1]!.code);
    await old.getByText('No card has these letters.').waitFor();
    const again = await typeLetters(fresh!.code);
    await again.getByRole('heading', { name: 'Norway' }).waitFor();
    await again.getByText('Requested; the chair has not accepted it yet.').waitFor();
  });

  for (const page of pages) assert.deepEqual(faults(page), []);
});
