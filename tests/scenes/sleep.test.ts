// A browser without a wake lock: the screen says that the device may sleep, and how to stop it.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, picture } from '../e2e/browser.ts';
import { checkScreen } from './check_screen.ts';
import { T0, rooms } from './rooms.ts';
import { ScriptedScreen, type Shown } from './scripted_screen.ts';
import { table } from './table.ts';
import { Role } from '$proto/table_pb';

const hint = 'This device may turn its screen off';
const size = { width: 1180, height: 820 };

const pages: Record<string, Omit<Shown, 'width' | 'height'>> = {
  display: { path: '/display/' },
  chair: { path: '/chair/', role: Role.CHAIR },
  lectern: { path: '/speaker/', role: Role.SPEAKER },
  interpreter: { path: '/interpreter/', role: Role.INTERPRETER },
  delegation: { path: '/delegation/', role: Role.DELEGATION },
};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const open = (shown: Omit<Shown, 'width' | 'height'>) =>
  ScriptedScreen.open(browser, table.planned!, () => T0, {
    ...size,
    stored: { 'rostrum.sleep-hint': '' },
    ...shown,
  });

for (const [name, shown] of Object.entries(pages)) {
  test(`${name}: over plain HTTP it says that the device may sleep, until that is hidden`, async () => {
    const screen = await open(shown);
    await screen.page.getByText(hint).waitFor();
    await picture(screen.page, `sleep-${name}`);
    await checkScreen(screen, name, { axe: true, scrolls: name === 'delegation' });
    await screen.page.getByRole('button', { name: 'Hide' }).click();
    await screen.page.getByText(hint).waitFor({ state: 'detached' });
    expect(await screen.page.evaluate(() => localStorage.getItem('rostrum.sleep-hint'))).toBe(
      'hidden',
    );
    await screen.close();
  });
}

test('the room does not read it: a display is silent while a meeting is open', async () => {
  const screen = await open(pages.display!);
  await screen.page.getByText(hint).waitFor();
  await screen.show(rooms.speaking!);
  expect(await screen.page.getByText(hint).count()).toBe(0);
  await screen.close();
});

test('a device that keeps its screen on says nothing, one that refuses says so', async () => {
  const kept = await open({
    ...pages.lectern!,
    script: () => {
      const wakeLock = { request: () => Promise.resolve({}) };
      Object.defineProperty(navigator, 'wakeLock', { value: wakeLock });
    },
  });
  const refused = await open({
    ...pages.lectern!,
    script: () => {
      const wakeLock = { request: () => Promise.reject(new Error('low battery')) };
      Object.defineProperty(navigator, 'wakeLock', { value: wakeLock });
    },
  });
  await refused.page.getByText(hint).waitFor();
  expect(await kept.page.getByText(hint).count()).toBe(0);
  await Promise.all([kept.close(), refused.close()]);
});
