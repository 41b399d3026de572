// One browser for the tests of a file, and the screens that they open in it.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { launch } from '../e2e/browser.ts';
import { T0 } from './rooms.ts';
import { ScriptedScreen, type Shown } from './scripted_screen.ts';
import type { Room } from '$proto/room_pb';
import { Role } from '$proto/table_pb';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** A display, unless `shown` says otherwise. It closes when its test is over. */
export async function open(of: Room, shown: Partial<Shown>, now = () => T0) {
  const screen = await ScriptedScreen.open(browser, of, now, {
    width: 1280,
    height: 800,
    ...shown,
  });
  onTestFinished(() => screen.close());
  return screen;
}

export const chair = { path: '/chair/', role: Role.CHAIR };
export const answers = {
  '/api/v1/rooms/xxvii/floor-link': { url: 'http://192.0.2.1/delegation/#token=T' },
};
export const shows = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
