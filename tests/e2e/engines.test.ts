// A statement on every screen, in Firefox and in Safari's engine as Debian has them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Firefox } from './firefox.ts';
import { until } from './limit.ts';
import { Server } from './server.ts';
import { WebKit } from './webkit.ts';

const digits = `document.querySelector('[role=timer]').innerText`;
const expression = 'National CSO: freedom of expression';

for (const Engine of [Firefox, WebKit])
  test(`${Engine.name}: the chair gives the floor, and every screen follows`, async (t) => {
    const server = new Server();
    const engine = new Engine();
    t.after(async () => {
      engine.stop();
      await server.remove();
    });
    const links = await server.start();
    await engine.start();
    const open = (link: string, width: number, height: number) =>
      engine.open(`${link}${link.includes('#') ? '&lang=en' : ''}`, width, height);

    const chair = await open(links.chair, 1180, 820);
    await chair.press('Open the meeting');
    await chair.press('Declines');
    await chair.press(`Give the floor to ${expression}`);
    await chair.shows('Please conclude');

    const screens = {
      chair,
      display: await open(links.display, 1920, 1080),
      lectern: await open(links.speaker, 1280, 800),
      desk: await open(links.secretariat, 1366, 900),
    };
    const beside = {
      phone: [await open(links.delegation, 500, 844), 'Which State do you speak for?'],
      booth: [await open(links.interpreter, 1024, 768), 'Slow down, please'],
      lobby: [await open(`${server.origin}/`, 1024, 768), 'Open'],
    } as const;
    for (const [name, page] of Object.entries(screens)) {
      await page.shows(expression);
      const first = await page.value(digits);
      await until(async () => (await page.value(digits)) !== first);
      await page.keep(`${Engine.name}-${name}`);
      assert.deepEqual(page.faults, []);
    }
    for (const [name, [page, text]] of Object.entries(beside)) {
      await page.shows(text);
      await page.keep(`${Engine.name}-${name}`);
      assert.deepEqual(page.faults, []);
    }
  });
