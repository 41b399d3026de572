// A display's memory over hours of meetings.
import type { Browser, CDPSession, Page } from 'playwright-core';
import { runnerImport } from 'vite';
import config from '../../vite.config.ts';
import { openDisplay } from './display.ts';
import { installVirtualClock, type VirtualClock } from './virtual_clock.ts';

export interface Held {
  /** Of the scripts, after everything that nobody holds was let go. */
  heapBytes: number;
  /** Of the page, those out of the document that are held included. */
  nodes: number;
  listeners: number;
  /** What the digits read at the end, as proof that it counted. */
  shown: string;
}

/**
 * What a display holds at first and after each of some hours, in which it receives another state of the
 * room every minute.
 *
 * @param hourMs how long an hour is
 */
export async function heldAfter(
  browser: Browser,
  link: string,
  hours: number,
  hourMs = 3_600_000,
): Promise<Held[]> {
  const { module } = await runnerImport<typeof import('./scripted_hours.ts')>(
    './tests/speed/scripted_hours.ts',
    { resolve: config.resolve },
  );
  const start = { unixMs: module.startUnixMs, welcome: module.welcome() };
  const { page, cdp } = await openDisplay(browser, async (page) => {
    await page.addInitScript(installVirtualClock, start);
  });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(`${link}&lang=en`);
  await page.waitForLoadState('networkidle');
  const advance = (ms: number, messages: ReturnType<typeof module.messagesIn>) =>
    page.evaluate(
      ([ms, messages]) =>
        (window as unknown as { wound: VirtualClock }).wound.advance(ms, messages),
      [ms, messages] as const,
    );
  await advance(5000, []);
  await page.waitForLoadState('networkidle');
  const held = [await checkScreen(page, cdp)];
  for (let hour = 0; hour < hours; hour++) {
    await advance(hourMs, module.messagesIn(hour, hourMs));
    held.push(await checkScreen(page, cdp));
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  await page.context().close();
  return held;
}

async function checkScreen(page: Page, cdp: CDPSession): Promise<Held> {
  await cdp.send('Performance.enable');
  // What only finalizers hold goes in the second round.
  for (let i = 0; i < 2; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return {
    heapBytes: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    shown: await page.locator('body').innerText(),
  };
}
