// The least that a page can be, measured in the same browser: what a display is compared with.
import type { Browser } from 'playwright-core';
import { openDisplay } from './display.ts';

/** One line of text, which changes once a second. */
const html = `<p>0</p><script>
  setInterval(() => (document.querySelector('p').textContent = Math.round(performance.now() / 1000)), 1000);
</script>`;

/** Settles once the page counts. */
export async function openBare(browser: Browser) {
  const { page, cdp } = await openDisplay(browser);
  await page.goto(`data:text/html,${encodeURIComponent(html)}`);
  await page.getByText('2', { exact: true }).waitFor();
  return { page, cdp };
}

/** From the navigation until the line is painted, in milliseconds, as often as asked. */
export async function barePictures(browser: Browser, times: number): Promise<number[]> {
  const paintedMs: number[] = [];
  for (let i = 0; i < times; i++) {
    const { page } = await openBare(browser);
    paintedMs.push(
      await page.evaluate(
        () => performance.getEntriesByName('first-contentful-paint')[0]!.startTime,
      ),
    );
    await page.context().close();
  }
  return paintedMs;
}
