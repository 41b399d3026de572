// A meeting with everything that the floor can ask of it: questions from six phones at once, a
// follow-up, answers from one budget, a point of order, a right of reply, an empty chair, an hour
// made to fit, and words across the room. Each step asserted by what a person would see.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { qrCode } from '../../clients/kit/qr.ts';
import { faults, launch, open, picture, sizes } from './browser.ts';
import { type Phone, scan, seesItsTurn, turnOn } from './phones.ts';
import { ask, command, snapshot, type Inscription } from './room.ts';
import { allCount, allHear, allShow, shownSeconds, tap, timer, timesTheLeast } from './screens.ts';
import { type Links, Server } from './server.ts';

const server = new Server();
let browser: Browser;
let links: Links;
let chair: Page;
let display: Page;
let lectern: Page;

const expression = 'National CSO: freedom of expression';
const association = 'National CSO: freedom of association';
const disappearances = 'National CSO: enforced disappearances';
const international = 'International CSO: media freedom';
const states = ['Chile', 'Fiji', 'Ghana', 'Norway', 'Switzerland', 'Uruguay'];

before(async () => {
  links = await server.start();
  browser = await launch();
  chair = await open(browser, links.chair, sizes.tablet);
  display = await open(browser, links.display, sizes.display);
  lectern = await open(browser, links.speaker, sizes.lectern);
});

after(async () => {
  await browser?.close();
  await server.remove();
});

type Six = [Phone, Phone, Phone, Phone, Phone, Phone];

/** The entry of the list whose turn it is. */
async function speaking(): Promise<Inscription> {
  const { room } = await snapshot(links.observer);
  const found = room.list.inscriptions.find(({ id }) => id === room.floor.statement?.inscriptionId);
  assert.ok(found, 'nobody has the floor');
  return found;
}

/** Calls those of the panel who still wait, until nobody does. */
async function hearThePanel(): Promise<void> {
  const next = chair.getByRole('button', { name: /^(Next:|Give the floor to) / });
  while ((await next.count()) > 0) {
    const label = await next.innerText();
    await next.click();
    await chair.getByRole('button', { name: label, exact: true }).waitFor({ state: 'hidden' });
  }
}

test('a meeting with questions, from the opening to the closing', async (t) => {
  /** In the order of their first requests, once that is known. */
  let phones: Phone[] = [];

  await t.test('the hour is made to fit: previewed by the server, and applied whole', async () => {
    await tap(chair, 'Open the meeting');
    await tap(chair, 'Declines');
    await chair
      .getByRole('button', { name: `Give the floor to ${expression}`, exact: true })
      .waitFor();
    await tap(chair, 'Fit the hour …');
    const dialog = chair.getByRole('dialog', { name: 'Fit the hour' });
    await dialog.getByText('The hour fits with these times.').waitFor();
    const rows = dialog.locator('tbody').getByRole('row');
    for (const who of [expression, disappearances, international]) {
      const row = rows.filter({ hasText: who });
      assert.deepEqual(await row.getByRole('cell').allInnerTexts(), ['6:00', '7:00']);
    }
    const reserve = dialog.getByRole('row', { name: /^Kept for questions/ });
    // What it gets is what is left of the hour, by the second: a slow machine is some seconds further.
    const [kept, gets] = await reserve.getByRole('cell').allInnerTexts();
    assert.equal(kept, '15:00');
    assert.match(gets ?? '', /^1[45]:\d\d$/);
    const fit = await ask<{ allotments: Inscription[] }>(links.chair, '/fit');
    assert.equal(await rows.count(), fit.allotments.length);
    await picture(chair, 'chair-fit');

    await tap(chair, 'Apply exactly this');
    await dialog.waitFor({ state: 'hidden' });
    const { room } = await snapshot(links.observer);
    for (const { allottedMs } of fit.allotments) assert.equal(allottedMs, '420000');
    const set = new Map(room.list.inscriptions.map(({ id, allottedMs }) => [id, allottedMs]));
    for (const id of ['national-cso-1', 'national-cso-4', 'international-cso-1'])
      assert.equal(set.get(id), '420000');
    // Who is absent is given nothing of what is left.
    assert.equal(set.get('national-cso-2'), '360000');
  });

  await t.test('words cross the room within a second', async () => {
    const booth = await open(browser, links.interpreter, sizes.tablet);
    const seat = await open(browser, links.speaker, sizes.phone);
    await tap(seat, 'I have a plate here');
    await seat.getByRole('button', { name: expression }).click();

    await tap(chair, `Give the floor to ${expression}`);
    await allCount([chair, display, lectern, seat], 420, 415);
    const took: Record<string, number> = {};
    took.conclude = await timesTheLeast(chair, lectern, 'Please conclude', () =>
      tap(chair, 'Please conclude'),
    );
    await seat.getByText('Please conclude').waitFor();
    took.slowDown = await timesTheLeast(booth, lectern, 'Slow down, please', () =>
      tap(booth, 'Slow down, please'),
    );
    await lectern.getByText('From the interpreters').waitFor();
    await chair.getByRole('status').filter({ hasText: 'Interpreter' }).waitFor();
    await picture(lectern, 'lectern-signal');

    // The lectern's message is not for the room.
    assert.equal(await display.getByText('Please conclude').count(), 0);
    assert.equal(await display.getByText('Slow down, please').count(), 0);

    // A speaker may want the floor again.
    await tap(chair, 'End');
    await seat.getByText('You have spoken').waitFor();
    took.floorBack = await timesTheLeast(seat, chair, 'I need the floor back', () =>
      tap(seat, 'I need the floor back'),
    );
    await chair.getByRole('status').filter({ hasText: expression }).waitFor();
    await seat.getByText('The chair has been informed').waitFor();
    // Within a second, where a request and two frames take 40 ms.
    for (const [word, times] of Object.entries(took))
      assert.ok(times < 25, `${word}: ${times} times the least`);
    for (const page of [booth, seat]) {
      assert.deepEqual(faults(page), []);
      await page.context().close();
    }
  });

  await t.test('an empty chair has a silence: its plate alone, and nothing counts', async () => {
    await tap(chair, 'Hold a silence, 0:30');
    const silence = display.getByRole('main').filter({ hasText: 'A silence for the empty chair' });
    await silence.getByRole('heading', { name: association }).waitFor();
    await silence.getByText('Prevented from travelling').waitFor();
    await allShow([chair, lectern], 'A silence is held');
    assert.doesNotMatch(await display.locator('body').innerText(), /\d/);
    for (const screen of [display, lectern]) assert.equal(await timer(screen).count(), 0);
    assert.equal(await display.getByRole('list', { name: 'Name plates' }).count(), 0);
    await picture(display, 'display-silence');

    await tap(chair, 'End the silence');
    const plates = display.getByRole('list', { name: 'Name plates' }).getByRole('listitem');
    await plates.filter({ hasText: association }).filter({ hasText: 'Empty chair' }).waitFor();
    // The other empty chair has its turn, and there the meeting continues.
    await tap(chair, 'No silence');
  });

  await t.test('the panel is heard', async () => {
    await tap(chair, `Give the floor to ${disappearances}`);
    await allHear([display], disappearances);
    await hearThePanel();
    await tap(chair, 'End the statement');
    await chair.getByRole('button', { name: 'Open the questions', exact: true }).waitFor();
  });

  await t.test('six phones come by the code on the display, and ask at once', async () => {
    await tap(chair, /^Requests/);
    await tap(chair, 'Open the questions');
    await tap(chair, 'Display');
    await tap(chair, 'Code to ask for the floor');
    const code = display.getByRole('img', { name: 'Ask for the floor' });
    const drawn = await code.locator('path').getAttribute('d');
    const { url } = await ask<{ url: string }>(links.display, '/floor-link');
    assert.equal(drawn, qrCode(url).path);
    await picture(display, 'display-code');

    // All phones of this machine share one address.
    const asking = { by: 'ASKING_BY_CODE', questionsOnly: false, phonesAnAddress: 0 };
    await command(links.secretariat, { setAsking: { asking } });
    for (const state of states) phones.push(await scan(browser, url, state));
    for (const { page } of phones) {
      await page.getByText('The list for questions is open.').waitFor();
      await page.getByText('Meant for: the panel').click();
      await page.getByLabel(international).check();
    }
    await Promise.all(phones.map(({ page }) => tap(page, 'Ask for the floor')));
    await Promise.all(
      phones.map(({ page }) =>
        page.getByText('Requested; the chair has not accepted it yet.').waitFor(),
      ),
    );
    const turns = new Map(
      await Promise.all(phones.map(async (phone) => [phone, await turnOn(phone)] as const)),
    );
    const places = [
      ['You are 1st', 'In less than a minute'],
      ['You are 2nd', 'In about 2 minutes'],
      ['You are 3rd', 'In about 4 minutes'],
      ['You are 4th', 'In about 6 minutes'],
      ['You are 5th', 'In about 8 minutes'],
      ['You are 6th', 'In about 10 minutes'],
    ];
    const at = (phone: Phone) => places.findIndex(([place]) => place === turns.get(phone)?.[0]);
    phones = phones.toSorted((a, b) => at(a) - at(b));
    assert.deepEqual(
      phones.map((phone) => turns.get(phone)),
      places,
    );
    for (const [i, { page }] of phones.entries()) await picture(page, `phone-asked-${i + 1}`);
    await tap(chair, 'Display');
    await tap(chair, 'What happens on the floor');
  });

  await t.test('accepted, declined, withdrawn; a follow-up comes first', async () => {
    const [first, second, third, fourth, fifth, sixth] = phones as Six;
    const tray = chair.getByRole('region', { name: 'Requests' });
    assert.deepEqual(
      await tray
        .getByRole('listitem')
        .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label'))),
      phones.map(({ state }) => state),
    );
    await picture(chair, 'chair-requests');
    await tap(chair, 'Close the meeting');
    await chair.getByText('6 requests wait for a decision').waitFor();
    await tap(chair, 'Not yet');
    await tap(chair, `Accept ${first.state}`);
    await seesItsTurn(first, 'You are next', 'In less than a minute');
    await tap(chair, `Accept ${second.state}`);
    await tap(chair, `Decline: ${third.state}`);
    await third.page.getByText('Your request was not accepted.').waitFor();
    await tap(third.page, 'Dismiss');
    await tap(fifth.page, 'Withdraw');
    await fifth.page.getByRole('button', { name: 'Ask for the floor' }).waitFor();
    await tray.getByRole('listitem', { name: fifth.state }).waitFor({ state: 'hidden' });
    await tap(chair, `Accept ${fourth.state}`);
    await tap(chair, `Accept ${sixth.state}`);
    await chair.getByText('Nobody asks for the floor').waitFor();

    await tap(chair, 'Add');
    await chair.getByText('Questions go to the whole panel').click();
    await chair.getByRole('group', { name: 'Who is asked' }).getByLabel(expression).check();
    await tap(chair, 'Follow-up question');
    await chair.getByRole('button', { name: 'Give the floor to Moderator', exact: true }).waitFor();
    await seesItsTurn(first, 'You are 2nd', 'In about 2 minutes');
    await seesItsTurn(second, 'You are 3rd', 'In about 4 minutes');
    await seesItsTurn(fourth, 'You are 4th', 'In about 6 minutes');
    await seesItsTurn(sixth, 'You are 5th', 'In about 8 minutes');
  });

  await t.test('the follow-up and a question are asked, and the display says to whom', async () => {
    const [first] = phones as Six;
    await tap(chair, 'Give the floor to Moderator');
    await allHear([display], 'Moderator');
    await allShow([display], `Follow-up question to ${expression}`);
    await allCount([chair, display, lectern], 120, 115);
    await tap(chair, `Next: ${first.state}`);
    await allHear([display], first.state);
    await allShow([display], `Question to ${international}`);
    await allCount([chair, display, lectern, first.page], 120, 115);
    await allShow([first.page], 'You have the floor');
    await picture(first.page, 'phone-has-floor');
  });

  await t.test(
    'answers are a round with one budget: what one leaves is the next one’s',
    async () => {
      await tap(chair, 'Who answers …');
      const answers = chair.getByRole('region', { name: 'Answers' });
      // Those whom the open questions name are chosen already.
      for (const who of [expression, international])
        assert.equal(await answers.getByLabel(who).isChecked(), true, who);
      assert.equal(await answers.getByLabel(disappearances).isChecked(), false);
      await answers.getByText('4:00').waitFor();
      await chair.keyboard.press('Escape');
      await tap(chair, `Answer: ${expression} and ${international}`);
      await allHear([display], expression);
      await allShow([display], 'Answer 1 of 2');
      await allShow([display], 'Time for the answers');
      await allShow([lectern], 'Shared by all answers');
      await allCount([chair, display, lectern], 240, 235);
      await timer(display).filter({ hasText: '3:57' }).waitFor();

      const former = await speaking();
      await tap(chair, `Next: ${international}`);
      await allHear([display], international);
      await allShow([display], 'Answer 2 of 2');
      assert.ok((await shownSeconds(display)) <= 237);
      const { room } = await snapshot(links.observer);
      const spoken = room.meeting.turns.find(({ inscriptionId }) => inscriptionId === former.id);
      assert.equal(Number(room.floor.statement?.allottedMs), 240_000 - Number(spoken?.spokenMs));
      await picture(display, 'display-answer');
    },
  );

  await t.test(
    'a point of order interrupts, and the floor goes back to the millisecond',
    async () => {
      const [, second, third] = phones as Six;
      await tap(chair, `Next: ${second.state}`);
      await allHear([display], second.state);
      await timer(display).filter({ hasText: '1:58' }).waitFor();
      const { room: earlier } = await snapshot(links.observer);

      await tap(third.page, 'Point of order');
      await tap(third.page, 'Raise a point of order');
      await third.page.getByText('The chair has been informed').waitFor();
      await tap(chair, `Hear it now ${third.state}`);
      await allHear([display], third.state);
      await allShow([display], 'Point of order');
      await allShow([display], 'The floor returns to');
      await allShow([second.page], 'A point of order is being heard');
      await allShow([second.page], /^You keep 1:5\d$/);
      await allShow([lectern], new RegExp(`^${second.state} keeps 1:5\\d$`));
      await allCount([chair, display, lectern, third.page], 120, 115);
      await picture(display, 'display-point-of-order');
      await picture(chair, 'chair-point-of-order');
      const { room: meanwhile } = await snapshot(links.observer);
      const [was, order] = [earlier.floor.statement, meanwhile.floor.statement];
      const kept = Number(meanwhile.floor.interrupted?.remainingMs);
      assert.ok(was && order);
      const spoken = Number(order.givenAtUnixMs) - Number(was.runningSinceUnixMs);
      assert.equal(kept, 120_000 - spoken);

      await chair.getByLabel('The ruling in words (optional)').fill('Speakers keep to the subject');
      await tap(chair, 'Take note');
      await allHear([display], second.state);
      await allShow([second.page], 'You have the floor');
      const { room: later } = await snapshot(links.observer);
      const back = later.floor.statement;
      assert.ok(back);
      assert.equal(back.inscriptionId, was.inscriptionId);
      assert.equal(Number(back.allottedMs) - Number(back.elapsedBeforeMs), kept);
      assert.notEqual(back.runningSinceUnixMs, '0');
      assert.equal(later.floor.interrupted, undefined);
      const { list } = (await snapshot(links.chair)).room;
      const ruled = list.inscriptions.find(({ id }) => id === order.inscriptionId);
      assert.equal(ruled?.ruling, 'RULING_NOTED');
      assert.equal(ruled?.rulingText, 'Speakers keep to the subject');
    },
  );

  await t.test(
    'time that is left passes to another; a right of reply comes at the end',
    async () => {
      const [first, , , fourth, , sixth] = phones as Six;
      await tap(first.page, 'Right of reply');
      await tap(chair, `Accept ${first.state}`);
      await first.page.getByText('Asked for; the chair').waitFor({ state: 'hidden' });
      await seesItsTurn(first, 'You are 3rd', 'In about 6 minutes');
      await tap(chair, `Next: ${fourth.state}`);
      await allHear([display], fourth.state);
      await tap(chair, 'Pass on the time left');
      const others = chair.getByRole('region', {
        name: /^End this statement now, and pass 1:5\d on to$/,
      });
      await others.getByRole('button', { name: sixth.state }).click();
      await tap(chair, 'End the statement now');
      await allHear([display], sixth.state);
      await allCount([chair, display, lectern, sixth.page], 240, 230);
      // An answer to the question comes first.
      await seesItsTurn(first, 'Your turn comes soon', 'In about 4 minutes');
      await tap(chair, `Next: ${first.state}`);
      await allHear([display], first.state);
      await allShow([display], 'Right of reply');
      await allShow([first.page], 'You have the floor');
      await tap(chair, 'End the statement');
    },
  );

  await t.test('closed, and all of it is on record in its order', async () => {
    await tap(chair, 'Close the meeting');
    await tap(chair, 'Close it now');
    await allShow([display], 'The meeting is closed');
    const { room } = await snapshot(links.observer);
    const kinds = new Map(room.list.inscriptions.map(({ id, kind }) => [id, kind]));
    const heard = room.meeting.turns.map(({ inscriptionId }) => kinds.get(inscriptionId));
    assert.deepEqual(heard.slice(heard.indexOf('INSCRIPTION_KIND_FOLLOW_UP')), [
      'INSCRIPTION_KIND_FOLLOW_UP',
      'INSCRIPTION_KIND_QUESTION',
      'INSCRIPTION_KIND_ANSWER',
      'INSCRIPTION_KIND_ANSWER',
      'INSCRIPTION_KIND_QUESTION',
      'INSCRIPTION_KIND_POINT_OF_ORDER',
      'INSCRIPTION_KIND_QUESTION',
      'INSCRIPTION_KIND_QUESTION',
      'INSCRIPTION_KIND_QUESTION',
      'INSCRIPTION_KIND_RIGHT_OF_REPLY',
    ]);
  });

  await t.test('no screen has a script error', () => {
    for (const page of [chair, display, lectern, ...phones.map(({ page }) => page)])
      assert.deepEqual(faults(page), []);
  });
});
