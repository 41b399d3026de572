// What the chair's tablet says, and that nothing on it moves or contradicts itself.
import { clone, create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { chair, open } from './open_screen.ts';
import { T0, statement } from './rooms.ts';
import { table } from './table.ts';
import { NoticeSchema, RoomSchema, TurnSchema, type Room } from '$proto/room_pb';
import { ActKind, DisplayMode } from '$proto/table_pb';

const tablet = { ...chair, width: 1180, height: 820 };

function changed(of: string, change: (room: Room) => void): Room {
  const room = clone(RoomSchema, table[of]!);
  change(room);
  return room;
}

for (const [width, height] of [
  [1180, 820],
  [1024, 768],
  [768, 1024],
] as const)
  test(`the lower bar has one height in every state, ${width} × ${height}`, async () => {
    const screen = await open(table.speaking!, { ...chair, width, height });
    const heights = [];
    for (const state of [
      'speaking',
      'women-next',
      'question',
      'empty-chair',
      'point-of-order',
      'paused',
    ]) {
      await screen.show(table[state]!);
      heights.push((await screen.page.locator('footer').boundingBox())!.height);
    }
    expect(new Set(heights).size, heights.join()).toBe(1);
  });

test('a row that was opened and closed leaves the list where it was', async () => {
  const screen = await open(table.speaking!, { ...tablet, height: 640 });
  const { page } = screen;
  const scrolled = () => page.locator('.scroller').evaluate((it) => it.scrollTop);
  const row = page.locator('[data-plate="i-nhri"]');
  await row.click();
  expect(await scrolled()).toBeGreaterThan(0);
  await row.click();
  await expect.poll(scrolled).toBe(0);
  // One that is heard meanwhile leaves it so as well.
  await row.click();
  expect(await scrolled()).toBeGreaterThan(0);
  const spoken = changed('speaking', ({ list }) => {
    list!.inscriptions = list!.inscriptions.filter(({ id }) => id !== 'i-nhri');
  });
  await screen.show(spoken);
  await expect.poll(scrolled).toBe(0);
});

test('while a statement is paused only Go on is blue', async () => {
  const room = changed('women-next', ({ floor }) => {
    floor!.statement!.runningSinceUnixMs = 0n;
    floor!.statement!.elapsedBeforeMs = 83_000n;
  });
  const { page } = await open(room, tablet);
  const blue = page.locator('.action.primary:visible');
  expect(await blue.allInnerTexts()).toEqual(['Go on']);
});

test('a silence says how much longer than chosen it lasts', async () => {
  const room = changed('silence', ({ floor }) => {
    const { runningSinceUnixMs } = statement('media', 39_000).statement;
    Object.assign(floor!.statement!, {
      allottedMs: 30_000n,
      elapsedBeforeMs: 0n,
      runningSinceUnixMs,
    });
  });
  const { page } = await open(room, tablet);
  await page.getByText(/^0:\d\d of 0:30, 0:\d\d too long$/).waitFor();
  const [lasted, over] = (await page.getByRole('timer').first().innerText()).match(
    /0:\d\d(?= of| too)/g,
  )!;
  expect(Number(lasted!.slice(2)) - Number(over!.slice(2))).toBe(30);
});

test('the chosen reason of an absence is marked, not switched off', async () => {
  const { page } = await open(table.speaking!, tablet);
  await page.locator('[data-plate="i-media"]').click();
  const reason = page.getByRole('button', { name: 'Prevented from travelling' }).last();
  expect(await reason.evaluate((it) => getComputedStyle(it).borderStyle)).toBe('solid');
  expect(await page.locator('.reasons .chosen').innerText()).toBe('Prevented from travelling');
});

test('a notice shows in the bar until when it is shown', async () => {
  const room = changed('speaking', (room) => {
    const untilUnixMs = BigInt(T0 + 300_000);
    const notice = create(NoticeSchema, { id: 1n, text: 'Please take your seats.', untilUnixMs });
    room.noticeBoard!.notice = notice;
  });
  const { page } = await open(room, tablet);
  expect(await page.locator('[data-action="notice"]').innerText()).toBe(
    'Please take your seats.\nuntil 09:25',
  );
});

test('the code to ask for the floor says why it is not shown', async () => {
  const screen = await open(table.speaking!, tablet);
  const { page } = screen;
  screen.accepted = [];
  screen.next = changed('speaking', ({ settings }) => {
    settings!.display = DisplayMode.QUESTIONS_CODE;
  });
  await page.locator('[data-action="display"]').click();
  await page.getByRole('button', { name: 'Code to ask for the floor' }).click();
  await page.getByText('The large code is shown as soon as nobody has the floor.').waitFor();
});

/** What the server proposes: the time kept for questions is shorter by so much. */
const fitWith = (lessMs: number) => ({
  '/api/v1/rooms/xxvii/fit': {
    revision: '1',
    allotments: [],
    reserveMs: `${600_000 - lessMs}`,
    projectedEndUnixMs: `${T0 + 277_000 + 1_080_000 + 600_000 - lessMs}`,
    dueAtUnixMs: `${T0 + 40 * 60_000}`,
    overDue: false,
    overHardStop: false,
  },
});

test('a change of the time kept for questions alone can be applied', async () => {
  const screen = await open(table.speaking!, { ...tablet, answers: fitWith(240_000) });
  const { page } = screen;
  screen.accepted = [];
  await page.locator('[data-action="fit"]').click();
  await page.getByText('Only the time kept for questions shrinks.').waitFor();
  await page.getByRole('button', { name: 'Apply exactly this' }).click();
  await expect
    .poll(() => screen.accepted)
    .toMatchObject([{ case: 'reallocate', value: { allotments: [], reserveMs: 360_000n } }]);
});

test('where nothing would change, nothing can be applied', async () => {
  const { page } = await open(table.speaking!, { ...tablet, answers: fitWith(0) });
  await page.locator('[data-action="fit"]').click();
  await page.getByText('These times fit already.').waitFor();
  const apply = page.getByRole('button', { name: 'Apply exactly this' });
  expect(await apply.getAttribute('aria-disabled')).toBe('true');
});

type Box = { x: number; y: number; width: number; height: number };
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

for (const [width, height] of [
  [590, 410],
  [390, 844],
  [768, 1024],
] as const)
  test(`what others said covers neither the clock nor a button, ${width} × ${height}`, async () => {
    const { page } = await open(table.here!, { ...chair, width, height });
    const said = page.locator('p', { hasText: 'I am here' }).and(page.locator(':visible'));
    const toast = (await said.boundingBox())!;
    const covered = [];
    for (const one of await page.locator('header.top :is(button, .clock), .hour button').all())
      if (overlap(toast, (await one.boundingBox())!)) covered.push(await one.innerText());
    expect(covered).toEqual([]);
  });

test('at 200 % the hour says when the interpreters leave', async () => {
  const { page } = await open(table.speaking!, { ...chair, width: 590, height: 410 });
  await page.getByText('hard stop 10:05').waitFor();
});

for (const state of ['point-raised', 'point-of-order'])
  test(`on a phone held sideways ${state} leaves the speaker and Pause in sight`, async () => {
    const { page } = await open(table[state]!, { ...chair, width: 844, height: 390 });
    const dock = (await page.locator('footer').boundingBox())!;
    for (const one of ['.floor .plate', '[data-action="pauseOrResume"]']) {
      const { y, height } = (await page.locator(one).first().boundingBox())!;
      expect(y + height, one).toBeLessThanOrEqual(dock.y);
    }
    // Nothing lies on anything else.
    const parts = await page
      .locator('.chair > :is(header, section, .hour, .prompter), main > *')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as Box));
    for (const [i, one] of parts.entries())
      for (const other of parts.slice(i + 1)) expect(overlap(one, other)).toBe(false);
  });

test('time is passed on beside the time, and the tablet says when there is none', async () => {
  const screen = await open(table.overtime!, tablet);
  const { page } = screen;
  await page.getByRole('button', { name: 'Pass on the time left' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pass on the time left' });
  await dialog.getByText('No time is left to pass on.').waitFor();
  await screen.show(table.speaking!);
  await dialog.getByText(/^End this statement now, and pass \d:\d\d on to$/).waitFor();
  await screen.show(table.answer!);
  await dialog.getByText('An answer has no time of its own').waitFor();
});

test('Undo names the end of a silence, and that of a statement', async () => {
  const ended = (silence: boolean) =>
    changed('women-next', (room) => {
      room.floor!.statement = undefined;
      room.meeting!.turns.push(create(TurnSchema, { silence }));
      room.memory!.last!.kind = ActKind.END_STATEMENT;
      room.memory!.last!.delegationId = 'media';
    });
  const screen = await open(ended(true), tablet);
  const undo = screen.page.locator('footer');
  await undo.getByText('Undo: Silence ended').waitFor();
  await screen.show(ended(false));
  await undo.getByText('Undo: Statement ended').waitFor();
});

test('a closed meeting has nothing to say next, and no list to open', async () => {
  const { page } = await open(table.closed!, tablet);
  await page.locator('[data-action="requests"]').click();
  await page.getByText('Nobody asks for the floor').waitFor();
  expect(await page.getByText('Say next').count()).toBe(0);
  expect(await page.locator('[data-action="questions"]').count()).toBe(0);
});

test('who is struck off is not next to who gets the floor', async () => {
  const { page } = await open(table.questions!, tablet);
  await page.locator('ol [data-plate]').first().click();
  const strike = page.getByRole('button', { name: 'Strike off' });
  const give = page.getByRole('button', { name: /^Give the floor/ }).first();
  const [above, below] = [(await give.boundingBox())!, (await strike.boundingBox())!];
  expect(below.y - above.y - above.height).toBeGreaterThan(above.height);
});

for (const [width, height] of [
  [1180, 820],
  [1024, 768],
  [820, 1180],
  [390, 844],
] as const)
  test(`the words to say next can be read, ${width} × ${height}`, async () => {
    const screen = await open(table.speaking!, { ...chair, width, height });
    const { page } = screen;
    const words = page.locator('[data-action="desk"] .clamped').first();
    for (const state of ['speaking', 'women-next', 'questions-wait', 'heard', 'questions']) {
      await screen.show(table[state]!);
      await words.waitFor();
      const hidden = await words.evaluate((it) => it.scrollHeight - it.clientHeight);
      expect(hidden, `${state}: ${await words.innerText()}`).toBeLessThanOrEqual(1);
    }
    // However long: whole in the dialog.
    const said = await words.innerText();
    await page.locator('[data-action="desk"]').click();
    const whole = page.getByRole('region', { name: 'Say next' }).getByText(said);
    await whole.waitFor();
    expect(await whole.evaluate((it) => it.scrollHeight - it.clientHeight)).toBeLessThanOrEqual(1);
  });

for (const lang of ['en', 'fr', 'es', 'ru', 'ar', 'zh'])
  test(`each button of the time is one line, and all are in one row of a phone, ${lang}`, async () => {
    const size = { width: 390, height: 844, address: `lang=${lang}` };
    const { page } = await open(table.speaking!, { ...chair, ...size });
    const buttons = page.locator('.time .action');
    await buttons.nth(3).waitFor();
    const of = await buttons.evaluateAll((all) =>
      all.map((each) => {
        const words = document.createRange();
        words.selectNodeContents(each);
        const lines = new Set([...words.getClientRects()].map(({ bottom }) => Math.round(bottom)));
        return { lines: lines.size, top: each.getBoundingClientRect().top };
      }),
    );
    expect(of.map(({ lines }) => lines)).toEqual([1, 1, 1, 1]);
    expect(new Set(of.map(({ top }) => top)).size).toBe(1);
  });
