// What the chair's tablet offers, state by state.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { launch } from '../e2e/browser.ts';
import { T0 } from './rooms.ts';
import { table } from './table.ts';
import { ScriptedScreen } from './scripted_screen.ts';
import { Role } from '$proto/table_pb';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

async function chair(state: string) {
  const screen = await ScriptedScreen.open(browser, table[state]!, () => T0, {
    width: 1280,
    height: 720,
    path: '/chair/',
    role: Role.CHAIR,
  });
  screen.accepted = [];
  onTestFinished(() => screen.close());
  return screen;
}

const cases = ({ accepted }: ScriptedScreen) => accepted?.map((body) => body.case);

test('a point of order stands above everything, with who raises it and two acts', async () => {
  const screen = await chair('point-raised');
  const { page } = screen;
  const raised = page.getByRole('region', { name: 'Point of order raised by' });
  const row = raised.getByRole('listitem', { name: 'Netherlands' });
  const bottom = async (of: typeof raised) => {
    const box = (await of.boundingBox())!;
    return box.y + box.height;
  };
  const hour = (await page.getByRole('region', { name: 'The hour' }).boundingBox())!;
  expect(await bottom(raised)).toBeLessThanOrEqual(hour.y);
  // It is counted with no request, and waits in no tray.
  expect(await page.getByRole('button', { name: /^Requests/ }).innerText()).toBe(
    'Requests\n2\n2 wait',
  );
  await row.getByRole('button', { name: 'Hear it now Netherlands' }).click();
  await row.getByRole('button', { name: 'Decline: Netherlands' }).click();
  expect(cases(screen)).toEqual(['raisePointOfOrder', 'declineRequest']);
});

test('after a question the way on is its answer, by those for whom it is meant', async () => {
  const screen = await chair('question');
  const { page } = screen;
  const answer = page.getByRole('button', {
    name: 'Answer: National CSO: right to food and International CSO: women’s rights',
  });
  await answer.click();
  expect(screen.accepted).toMatchObject([
    { case: 'beginAnswers', value: { delegationIds: ['food', 'women'] } },
  ]);
  // Somebody else may answer, too.
  await page.getByRole('button', { name: 'Who answers …' }).click();
  await page.getByRole('dialog', { name: 'Answers' }).waitFor();
});

test('one place says that it is the turn of an empty chair, and offers it in words', async () => {
  const screen = await chair('empty-chair');
  const { page } = screen;
  const turn = page.getByRole('group', {
    name: 'The turn of an empty chair: National CSO: media freedom',
  });
  expect(await turn.getByRole('button').allInnerTexts()).toEqual([
    'Hold a silence, 0:30',
    'Read by …',
    'No silence',
    'International CSO: women’s rights first',
  ]);
  const tagged = page
    .getByRole('list', { name: 'Speakers’ list' })
    .getByText('Next', { exact: true });
  expect(await tagged.count()).toBe(1);
  await page.locator('[data-row="i-media"]').getByText('Next', { exact: true }).waitFor();
});
