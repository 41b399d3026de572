// Taps on the chair's tablet that were meant for something else.
import { clone } from '@bufbuild/protobuf';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launch, picture } from '../e2e/browser.ts';
import { T0 } from './rooms.ts';
import { table } from './table.ts';
import { ScriptedScreen, type Shown } from './scripted_screen.ts';
import { RoomSchema, type Room } from '$proto/room_pb';
import { Role } from '$proto/table_pb';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function chair(room: Room, args: Shown['args'] = {}) {
  const screen = await ScriptedScreen.open(browser, room, () => T0, {
    width: 1280,
    height: 720,
    path: '/chair/',
    role: Role.CHAIR,
    args,
  });
  screen.accepted = [];
  onTestFinished(() => screen.close());
  return screen;
}

/** The room without its first request. */
function withoutFirst(of: Room): Room {
  const room = clone(RoomSchema, of);
  room.questions?.requests.shift();
  return room;
}

/** Taps, as the next frame is drawn after a row has gone, whatever is then under the same finger. */
async function tapAgainWhenGone(row: Locator, button: Locator): Promise<void> {
  const { x, y, width, height } = (await button.boundingBox())!;
  await row.evaluate(
    (gone, [x, y]) => {
      const seen = new MutationObserver(() => {
        if (gone.isConnected) return;
        seen.disconnect();
        requestAnimationFrame(() => {
          const under = document.elementFromPoint(x!, y!)!;
          document.body.dataset.under = under.closest('button')!.dataset.action;
          under.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
          under.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        });
      });
      seen.observe(document.body, { childList: true, subtree: true });
    },
    [x + width / 2, y + height / 2],
  );
}

for (const act of ['refuse', 'accept']) {
  test(`a second tap on ${act} does nothing to the row that moves under the finger`, async () => {
    const { requests } = table;
    const screen = await chair(requests!);
    const { page } = screen;
    await page.locator('[data-action="requests"]').click();
    const first = page.locator('.tray li').first();
    const button = first.locator(`[data-action="${act} ask-41"]`);
    await tapAgainWhenGone(first, button);
    await button.click();
    await screen.show(withoutFirst(requests!));
    await page.locator('body[data-under]').waitFor();
    expect(await page.locator('body').getAttribute('data-under')).toBe(`${act} ask-42`);
    expect(screen.accepted).toHaveLength(1);
    // It can be tapped once a person can have seen what stands there now.
    await page.locator(`[data-action="${act} ask-42"]`).click();
    expect(screen.accepted).toHaveLength(2);
  });
}

test('a phone goes on showing a request that was declined a moment ago', async () => {
  const { requests } = table;
  const asked = JSON.stringify({
    meeting: 'cuba',
    for: [{ id: 'ask-41', kind: 'INSCRIPTION_KIND_QUESTION' }],
  });
  const screen = await ScriptedScreen.open(browser, requests!, () => T0, {
    width: 390,
    height: 844,
    path: '/delegation/',
    role: Role.DELEGATION,
    stored: { 'rostrum.state': 'NL', 'rostrum.asked': asked },
  });
  onTestFinished(() => screen.close());
  const waits = screen.page.getByText('Requested; the chair has not accepted it yet.');
  await waits.waitFor();
  await screen.show(withoutFirst(requests!));
  expect(await waits.count()).toBe(1);
  // Ten seconds later the chair no longer takes it back.
  await screen.page.getByText('Your request was not accepted.').waitFor();
  expect(await waits.count()).toBe(0);
});

test('the time left is passed on only after the chair was asked', async () => {
  const screen = await chair(table.speaking!);
  const { page } = screen;
  await page.locator('[data-action="passOn"]').click();
  const name = 'International CSO: women’s rights';
  const pass = page.getByRole('dialog').getByRole('button', { name });
  await pass.click();
  const question = page.getByRole('alertdialog');
  await question.getByText(`This statement ends now, and ${name} has the floor`).waitFor();
  expect(screen.accepted).toEqual([]);
  await question.getByRole('button', { name: 'Not now' }).click();
  await question.waitFor({ state: 'detached' });
  expect(screen.accepted).toEqual([]);
  await pass.click();
  await question.getByRole('button', { name: 'End the statement now' }).click();
  await question.waitFor({ state: 'detached' });
  expect(screen.accepted?.map((body) => body.case)).toEqual(['yield']);
  // Done: the dialog that it came from is closed as well.
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});

test('a key on a plate asks as well before it takes the floor from somebody', async () => {
  const screen = await chair(table.speaking!);
  const { page } = screen;
  await page.locator('[data-plate="i-women"]').focus();
  for (const key of ['g', 'y']) {
    await page.keyboard.press(key);
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
  }
  expect(screen.accepted).toEqual([]);
});

const looks: Record<string, Shown['args']> = {
  'with motion': { reducedMotion: 'no-preference' },
  'with reduced motion': {},
  'in forced colours': { forcedColors: 'active' },
};

const pictures: Record<string, string> = {
  'with motion': 'chair-late-moving',
  'with reduced motion': 'chair-late',
  'in forced colours': 'chair-late-forced',
};

for (const [look, args] of Object.entries(looks))
  test(`a tap is seen to be on its way in the next frame, and after a second that no answer has come, ${look}`, async () => {
    const screen = await chair(table['women-next']!, args);
    screen.accepted = undefined;
    const { page } = screen;
    // It has rested: a tap on it counts.
    const next = page.locator('[data-action="next"]');
    await page.locator('[data-action="next"][aria-disabled="false"]').waitFor();
    const late = page.getByText('The server has not answered your tap yet.');
    /** How it looks: now, or in the first frame after a tap. */
    const looksLike = async (button: Element, tap: boolean) => {
      if (tap) {
        button.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
        button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
        await new Promise(requestAnimationFrame);
      }
      const { outlineStyle, outlineWidth } = getComputedStyle(button);
      const { content, backgroundImage, animationName } = getComputedStyle(button, '::after');
      return {
        outline: outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth}`,
        stripes: content !== 'none' && backgroundImage.startsWith('repeating-linear-gradient'),
        moves: animationName !== 'none',
        busy: button.ariaBusy,
      };
    };
    const moves = look === 'with motion';
    const rests = { outline: '', stripes: false, moves: false, busy: 'false' };
    const onItsWay = { outline: 'solid 3px', stripes: true, moves, busy: 'true' };
    expect(await next.evaluate(looksLike, false)).toEqual(rests);
    expect(await next.evaluate(looksLike, true)).toEqual(onItsWay);
    await late.waitFor();
    const outline = 'dashed 3px';
    expect(await next.evaluate(looksLike, false)).toEqual({ ...onItsWay, outline });
    await picture(page, pictures[look]!);
    screen.answer();
    await late.waitFor({ state: 'detached' });
    expect(await next.evaluate(looksLike, false)).toEqual(rests);
  });
