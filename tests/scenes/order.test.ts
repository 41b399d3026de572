// The chair sees a proposed order of those who wait beside the present one, and accepts it as one act.
import { expect, test } from 'vitest';
import { picture } from '../e2e/browser.ts';
import { checkScreen } from './check_screen.ts';
import { chair, open, shows } from './open_screen.ts';
import { table } from './table.ts';
import { BalancedBy } from '$proto/table_pb';

const present = ['i-media', 'i-women', 'i-nhri'];
const other = ['i-media', 'i-nhri', 'i-women'];
const path = '/api/v1/rooms/xxvii/order';
const proposal = (by: string, inscriptionIds: string[], genderUnknown = false) => ({
  [path]: { revision: '1', by: `BALANCED_BY_${by}`, inscriptionIds, genderUnknown },
});

async function opened(answers: object) {
  const answered: Record<string, unknown> = { ...answers };
  const screen = await open(table.speaking!, { ...chair, answers: answered });
  screen.accepted = [];
  await screen.page.locator('[data-action="order"]').click();
  const choose = async (label: string, answer: object) => {
    Object.assign(answered, answer);
    await screen.page.getByRole('dialog').getByText(label, { exact: true }).click();
  };
  return { screen, page: screen.page, answered, choose };
}

const then = 'dialog td:last-child';
const accept = '[data-action="arrange"]';

test('a proposed order is accepted as one act, by what the chair chose', async () => {
  const { screen, page, choose } = await opened(proposal('TURNS', present));
  await shows(page, 'The list is in that order.');
  expect(await page.locator(accept).getAttribute('aria-disabled')).toBe('true');
  await choose('Time spoken', proposal('TIME', other));
  await shows(page, 'Who has spoken less long comes first.');
  expect((await page.locator(then).allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
    'National CSO: media freedom',
    'National human rights institution',
    'International CSO: women’s rights',
  ]);
  await picture(page, 'chair-order');
  await checkScreen(screen, 'order', { axe: true });
  await page.locator(`${accept}:not(.resting)`).click();
  await page.locator('dialog').waitFor({ state: 'detached' });
  expect(screen.accepted).toMatchObject([
    { case: 'arrangeList', value: { by: BalancedBy.TIME, inscriptionIds: other } },
  ]);
});

test('where no gender is known, the proposal says so', async () => {
  const { page, choose } = await opened(proposal('TURNS', other));
  await choose('Women and men', proposal('GENDER', present, true));
  await shows(page, 'Nobody who waits has declared a gender: there is nothing to balance.');
  expect(await page.locator(accept).getAttribute('aria-disabled')).toBe('true');
});

test('a proposal is made again when the list changes', async () => {
  const { screen, page, answered } = await opened(proposal('TURNS', other));
  await page.locator(`${accept}:not(.resting)`).waitFor();
  Object.assign(answered, proposal('TURNS', ['i-sur', 'i-nhri', 'i-food', 'i-media', 'i-women']));
  await screen.show(table.planned!);
  await expect.poll(() => page.locator(then).count()).toBe(5);
  expect(await page.locator(then).nth(1).innerText()).toBe('National human rights institution');
});
