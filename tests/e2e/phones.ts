// The phones of Missions, opened by the code on the display.
import type { Browser, Page } from 'playwright-core';
import { open, sizes } from './browser.ts';

/** A Mission's phone. */
export interface Phone {
  state: string;
  page: Page;
}

/** A phone that opens the address behind the code, and says for which State it speaks. */
export async function scan(browser: Browser, link: string, state: string): Promise<Phone> {
  const page = await open(browser, link, sizes.phone);
  await page.getByPlaceholder('Search by name').fill(state);
  await page.getByRole('button', { name: state, exact: true }).click();
  await page.getByRole('heading', { name: state }).waitFor();
  return { state, page };
}

/** What a phone says of its turn: the place, and how long that may take. */
export async function turnOn({ page }: Phone): Promise<string[]> {
  const card = page.getByRole('article').getByRole('status');
  return (await card.innerText()).split('\n').filter(Boolean);
}

/** A phone says this of its turn, or will within a second. */
export async function seesItsTurn({ page }: Phone, place: string, wait: string): Promise<void> {
  const card = page.getByRole('article').filter({ hasText: place }).filter({ hasText: wait });
  await card.waitFor();
}
