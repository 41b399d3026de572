// A real Chromium, and the screens opened in it as people open them: by their links.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { limitMs } from './limit.ts';
import { smaller } from './png.ts';
import { noteViolations } from './policy.ts';

export const sizes = {
  display: { width: 1920, height: 1080 },
  tablet: { width: 1180, height: 820 },
  lectern: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

/**
 * @param program by default Debian's Chromium without its own windows: the same engine in half the
 * processor time. CHROMIUM names another.
 */
export function launch(program = '/usr/bin/chromium-headless-shell'): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? program,
    timeout: limitMs,
    args: [
      // The tests run as root in a container, where Chromium's own sandbox does not start.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      // As the whole Chromium does: each letter has the same place on both.
      '--font-render-hinting=slight',
      // Several screens at once, and none of them is in the background.
      '--disable-renderer-backgrounding',
      '--disable-background-timer-throttling',
      '--disable-backgrounding-occluded-windows',
    ],
  });
}

/**
 * A device of its own (storage, size), with one screen on it.
 *
 * @param zone in which it stands; null leaves that to the test
 */
export async function open(
  browser: Browser,
  link: string,
  size: { width: number; height: number },
  prepare: (context: BrowserContext) => Promise<void> = async () => {},
  zone: string | null = 'Europe/Zurich',
): Promise<Page> {
  const context = await browser.newContext({
    viewport: size,
    locale: 'en',
    ...(zone ? { timezoneId: zone } : {}),
    reducedMotion: 'reduce',
    hasTouch: size !== sizes.display,
  });
  context.setDefaultTimeout(limitMs);
  await prepare(context);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  noteViolations(page, faults);
  faultsOf.set(page, faults);
  await page.goto(`${link}&lang=en`);
  return page;
}

const faultsOf = new WeakMap<Page, string[]>();

/** The script errors a screen has met, and what its policy forbade; none in a sound one. */
export function faults(page: Page): string[] {
  return faultsOf.get(page) ?? [];
}

const pictures = process.env.ROSTRUM_PICTURES;

/** Keeps a picture of a screen: in the folder that ROSTRUM_PICTURES names, if it names one. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, `${name}.png`), smaller(await page.screenshot()));
}
