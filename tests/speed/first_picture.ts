// How long from the navigation until a display shows the room as it is.
import type { Browser, Page } from 'playwright-core';
import { takenMs } from './cpu.ts';
import { openDisplay, type Room } from './display.ts';

export interface FirstPicture {
  /** Something is painted, by the browser's own account. Milliseconds from the navigation. */
  paintedMs: number;
  /** Who has the floor, and the digits, are painted. */
  truthMs: number;
  /** What was transferred until then. */
  requests: number;
  /**
   * What all processes of the browser took for it, in milliseconds of one core: separates a slow page from a
   * busy machine.
   */
  cpuMs: number;
  /** When the last script had come. */
  scriptsMs: number;
}

/** Opens the display several times, each with an empty cache. */
export async function firstPictures(browser: Browser, room: Room, times: number) {
  const taken: FirstPicture[] = [];
  for (let i = 0; i < times; i++) {
    const { page } = await openDisplay(browser, noteTruth);
    const beforeMs = await takenMs(browser);
    await page.goto(`${room.links.display}&lang=en`);
    const picture = await page.evaluate(read);
    taken.push({ ...picture, cpuMs: (await takenMs(browser)) - beforeMs });
    await page.context().close();
  }
  return taken;
}

/** Notes when the digits are first in a painted frame. */
async function noteTruth(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted = window as unknown as { truth: Promise<number> };
    noted.truth = new Promise((shown) => {
      const changes = new MutationObserver(() => {
        if (!/\d:\d\d/.test(document.querySelector('[role=timer]')?.textContent ?? '')) return;
        changes.disconnect();
        // A task that follows a frame runs once that was handed to the compositor.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => shown(performance.now());
          port2.postMessage(undefined);
        });
      });
      changes.observe(document, { subtree: true, childList: true, characterData: true });
    });
  });
}

async function read(): Promise<Omit<FirstPicture, 'cpuMs'>> {
  const truthMs = await (window as unknown as { truth: Promise<number> }).truth;
  const paintedMs = await new Promise<number>((painted) => {
    new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint');
      if (paint) painted(paint.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  const before = resources.filter(({ responseEnd }) => responseEnd <= truthMs);
  const scripts = before.filter(({ name }) => name.endsWith('.js'));
  return {
    paintedMs,
    truthMs,
    requests: before.length,
    scriptsMs: Math.max(...scripts.map(({ responseEnd }) => responseEnd)),
  };
}
