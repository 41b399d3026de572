// What a screen does with what the server sends, in ways that a picture cannot show.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launch, picture } from '../e2e/browser.ts';
import { limitMs } from '../e2e/limit.ts';
import { T0, room, rooms, ruledRoom, statement } from './rooms.ts';
import { table } from './table.ts';
import { ScriptedScreen, type Shown } from './scripted_screen.ts';
import { Scene } from '$proto/live_pb';
import { Course, type Room } from '$proto/room_pb';
import { DisplayMode, Role } from '$proto/table_pb';

const hd = { width: 1280, height: 720 };

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function displayOf(of: Room, shown: Partial<Shown> = {}, now = () => T0) {
  const screen = await ScriptedScreen.open(browser, of, now, { ...hd, ...shown });
  onTestFinished(() => screen.close());
  return screen;
}
const display = (of: string, shown: Partial<Shown> = {}, now = () => T0) =>
  displayOf(rooms[of]!, shown, now);

const timers = (of: ScriptedScreen) => of.page.getByRole('timer').count();

test('a silence shows the plate alone: no digits, no clock, no other plate', async () => {
  const { page } = await display('silence');
  await page.getByRole('heading', { name: 'National CSO: media freedom' }).waitFor();
  await expect(page.getByText('Prevented from travelling').count()).resolves.toBe(1);
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/\d/);
  expect(text).not.toContain('right to food');
});

test('a timer, a list and an overlay count no silence either', async () => {
  for (const scene of ['timer', 'list', 'overlay']) {
    const screen = await display('silence', { address: `scene=${scene}` });
    await screen.page.locator('main').first().waitFor({ state: 'attached' });
    expect(await timers(screen), scene).toBe(0);
  }
});

test('a blackout is true black, and over at once', async () => {
  const screen = await display('blackout');
  const black = await screen.page.evaluate(() => {
    const top = document.elementFromPoint(innerWidth / 2, innerHeight / 2)!;
    const { width, height } = top.getBoundingClientRect();
    return [getComputedStyle(top).backgroundColor, width, height, top.textContent];
  });
  expect(black).toEqual(['rgb(0, 0, 0)', hd.width, hd.height, '']);
  await screen.show(rooms.speaking!);
  const top = await screen.page.evaluate(
    () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.textContent,
  );
  expect(top).toContain('4:37');
});

test('an overlay is transparent wherever it says nothing', async () => {
  const screen = await display('speaking', { address: 'scene=overlay' });
  await screen.page.getByText('National CSO: right to food').waitFor();
  const alpha = async () => {
    const png = await screen.page.screenshot({ omitBackground: true });
    return screen.page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext('2d')!;
      context.drawImage(image, 0, 0);
      const at = (x: number, y: number) => context.getImageData(x, y, 1, 1).data[3]!;
      const { width, height } = image;
      return { above: at(width / 2, height / 2), third: at(width * 0.3, height * 0.9 - 10) };
    }, png.toString('base64'));
  };
  expect(await alpha()).toEqual({ above: 0, third: 255 });
  await screen.show(rooms.between!);
  expect(await alpha()).toEqual({ above: 0, third: 0 });
});

test('the address says what a display shows, and the secretariat changes it', async () => {
  const screen = await display('speaking', { address: 'scene=timer' });
  const { page } = screen;
  await page.getByRole('timer').waitFor();
  expect(await page.getByText('right to food').count()).toBe(0);
  screen.send({ case: 'assigned', value: { name: 'Door', scene: Scene.PLATES } });
  await page.getByRole('list', { name: 'Name plates' }).waitFor();
  expect(await timers(screen)).toBe(0);
  screen.send({ case: 'assigned', value: { name: 'Door', scene: Scene.LIST } });
  await page.getByRole('heading', { name: 'Speakers’ list' }).waitFor();
  screen.send({ case: 'assigned', value: { name: 'Door', scene: Scene.AUTOMATIC } });
  await page.getByRole('region', { name: 'Has the floor' }).waitFor();
});

test('a point of order counts its own time, apart from what the interrupted one keeps', async () => {
  const { page } = await display('point-of-order');
  await page.getByText('Point of order').waitFor();
  await page.getByText('The floor returns to').waitFor();
  expect(await page.getByRole('timer').allInnerTexts()).toEqual(['1:40', '3:41']);
});

test('a ruling stands for a while where the next speaker does, without what the chair wrote of it', async () => {
  const text = 'As Ms Example said, the list is closed.';
  const ruled = ruledRoom();
  for (const one of ruled.list?.inscriptions ?? []) one.rulingText = text;
  let now = T0;
  const { page } = await displayOf(ruled, { width: 1920, height: 1080 }, () => now);
  const scene = page.getByRole('main');
  await scene.getByText('Netherlands (Kingdom of the)').waitFor();
  await scene.getByText('Upheld', { exact: true }).waitFor();
  expect(await scene.getByText('Next').count()).toBe(0);
  expect(await page.getByText('Ms Example').count()).toBe(0);
  await picture(page, 'display-ruling');

  now = T0 + 20_000;
  await page.reload();
  await scene.getByText('Next', { exact: true }).waitFor();
  expect(await scene.getByText('Upheld').count()).toBe(0);

  now = T0;
  if (ruled.floor) ruled.floor.statement = undefined;
  const idle = await displayOf(ruled, {}, () => now);
  await idle.page.getByText('Point of order · Netherlands (Kingdom of the) · Upheld').waitFor();
});

test('two languages stand on the screen at once, each marked as what it is', async () => {
  const { page } = await display('suspended', { address: 'lang=en&lang2=ar' });
  const heading = page.getByRole('heading');
  await heading.getByText('The meeting is suspended').waitFor();
  const second = heading.locator('[lang=ar]');
  expect(await second.innerText()).toBe('الجلسة معلقة');
  expect(await second.getAttribute('dir')).toBe('rtl');
});

test('the digits stand still whether one language is shown or two', async () => {
  const boxes = [];
  for (const address of ['lang=en&lang2=', 'lang=en&lang2=fr']) {
    const { page } = await display('overtime', { address });
    boxes.push(await page.getByRole('timer').boundingBox());
  }
  expect(boxes[1]).toEqual(boxes[0]);
});

test('the code leads where the server says, and is asked for until it does', async () => {
  const answers: Record<string, unknown> = {};
  const screen = await display('code', { answers });
  await screen.page.getByText('Fetching the code…').waitFor();
  answers['/api/v1/rooms/xxvii/floor-link'] = { url: 'http://192.0.2.1/delegation/#token=T' };
  await screen.page.getByRole('img', { name: 'Ask for the floor' }).waitFor();
  expect(await screen.page.getByText('The list for questions is closed').count()).toBe(0);
  await screen.show(rooms['code-closed']!);
  await screen.page.getByText('The list for questions is closed').waitFor();
});

test('the test picture shows the name of the screen and how well its clock is known', async () => {
  const { page } = await display('test-picture', { address: 'device=Door' });
  await page.getByRole('heading', { name: 'Door' }).waitFor();
  await page.getByText(/Clock known to ± \d+ ms/).waitFor();
  await page.getByText('1280 × 720').waitFor();
  expect(await page.getByRole('timer').innerText()).toMatch(/^09:20:0\d$/);
});

test('a late end moves what the closed meeting says of the next one', async () => {
  const late = T0 + 70 * 60_000;
  const { page } = await display('closed-late', {}, () => late);
  await page.getByText('expected 10:30').waitFor();
  await page.getByText('planned 10:15').waitFor();
});

/** As browsers are outside of a kiosk. (The driver of this one counts as somebody who touches it.) */
function mutedUntilTouched(): void {
  let touched = false;
  addEventListener('pointerdown', () => (touched = true), true);
  globalThis.AudioContext = class extends AudioContext {
    override get state() {
      return touched ? super.state : 'suspended';
    }
    override resume() {
      return touched ? super.resume() : new Promise<void>(() => {});
    }
  };
}

/** Counts the tones that the page has started, from before it runs. */
async function listen(screen: ScriptedScreen): Promise<() => Promise<number>> {
  await screen.page.evaluate(() => {
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (...args) {
      document.documentElement.dataset.tones = String(
        Number(document.documentElement.dataset.tones ?? 0) + 1,
      );
      start.apply(this, args);
    };
  });
  return () => screen.page.evaluate(() => Number(document.documentElement.dataset.tones ?? 0));
}

test('where the room is set so, a display that was touched sounds once when time is up', async () => {
  const began = Date.now();
  const screen = await display(
    'sound',
    { script: mutedUntilTouched },
    () => T0 + (Date.now() - began),
  );
  const tones = await listen(screen);
  await screen.page.getByRole('button', { name: 'Tap here to enable the sound' }).click();
  await screen.page.getByRole('button').waitFor({ state: 'detached' });
  await screen.page.getByText('Overtime').waitFor();
  await expect.poll(tones, { timeout: 60_000 }).toBe(2);
  await screen.show(room(Course.OPEN, { floor: statement('food', 400_000) }));
  expect(await tones()).toBe(2);
});

test('a lectern sounds as a display does; a phone behind a plate keeps silent', async () => {
  for (const [stored, sounds] of [
    [{}, 2],
    [{ 'rostrum.plate.xxvii': JSON.stringify({ meeting: 'cuba', delegation: 'food' }) }, 0],
  ] as const) {
    const began = Date.now();
    const screen = await display(
      'sound',
      { path: '/speaker/', role: Role.SPEAKER, stored, script: mutedUntilTouched },
      () => T0 + (Date.now() - began),
    );
    const tones = await listen(screen);
    const enable = screen.page.getByRole('button', { name: 'Tap here to enable the sound' });
    expect(await enable.count()).toBe(sounds ? 1 : 0);
    await screen.page.mouse.click(100, 100);
    await enable.waitFor({ state: 'detached' });
    await screen.page.getByText('Time is up').waitFor();
    expect(await tones()).toBe(sounds);
  }
});

test('in a blackout, and where the room is not set so, nothing sounds and nothing asks', async () => {
  for (const settings of [
    { display: DisplayMode.BLACKOUT, timeUpSound: true },
    { display: DisplayMode.AUTOMATIC, timeUpSound: false },
  ]) {
    const began = Date.now();
    const screen = await display('speaking', {}, () => T0 + (Date.now() - began));
    const tones = await listen(screen);
    await screen.page.mouse.click(100, 100);
    await screen.show(room(Course.OPEN, { floor: statement('food', 358_500), settings }));
    await screen.page.waitForFunction(
      () => document.querySelector('[role=timer]')?.getAttribute('data-phase') === 'up',
    );
    expect(await tones()).toBe(0);
    expect(await screen.page.getByRole('button').count()).toBe(0);
  }
});

test('the dialog that puts people on the list keeps its order while the floor changes', async () => {
  const chair = { ...hd, path: '/chair/', role: Role.CHAIR };
  const screen = await ScriptedScreen.open(browser, table.question!, () => T0, chair);
  onTestFinished(() => screen.close());
  await screen.page.locator('[data-action="inscribe"]').click();
  const headings = screen.page.locator('dialog h3');
  const before = await headings.allInnerTexts();
  expect(before[0]).toBe('The moderator');
  await screen.show(table.speaking!);
  expect(await headings.allInnerTexts()).toEqual(before);
});

test('the chair enters a Mission that is not on the roll, and a guest that is no State', async () => {
  const chair = { ...hd, path: '/chair/', role: Role.CHAIR };
  const screen = await ScriptedScreen.open(browser, table.speaking!, () => T0, chair);
  onTestFinished(() => screen.close());
  screen.accepted = [];
  const { page } = screen;
  await page.locator('[data-action="inscribe"]').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('portug');
  await picture(page, 'chair-off-the-roll');
  await dialog.locator('[data-action="enter PT"]:not(.resting)').click();
  await dialog.getByRole('searchbox').fill(' European Union ');
  await dialog.getByText('European Union, as a guest').waitFor();
  await dialog.locator('[data-action="enterGuest"]:not(.resting)').click();
  await expect
    .poll(() => screen.accepted?.map(({ value }) => value), { timeout: limitMs })
    .toMatchObject([
      { stateCodes: ['PT'], guest: '' },
      { stateCodes: [], guest: 'European Union' },
    ]);
});
