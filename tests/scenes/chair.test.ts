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

async function chair(state: string, size = { width: 1280, height: 800 }) {
  const screen = await ScriptedScreen.open(browser, table[state]!, () => T0, {
    ...size,
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
    'Requests\n2\n2 wait\nQuestions open',
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
  // One act, so that one Undo takes it back.
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  expect(screen.accepted).toMatchObject([
    { case: 'beginAnswers', value: { delegationIds: ['food', 'women'], callsFirst: true } },
  ]);
  // Somebody else may answer, too.
  await page.getByRole('button', { name: 'Who answers …' }).click();
  await page.getByRole('dialog', { name: 'Answers' }).waitFor();
});

test('a question for an empty chair is answered by another, beside the next speaker', async () => {
  const { page } = await chair('asked-absent');
  const dock = page.getByRole('contentinfo');
  await page.getByText('An answer to Netherlands (Kingdom of the) is due').waitFor();
  await dock.getByText('Not here: National CSO: media freedom').waitFor();
  await dock
    .getByRole('button', { name: 'Give the floor to Bolivia (Plurinational State of)' })
    .waitFor();
  await dock.getByRole('button', { name: 'Who answers …' }).click();
  const who = page.getByRole('group', { name: 'Who answers, in this order' });
  expect(await who.getByRole('checkbox', { checked: true }).count()).toBe(0);
  expect(await who.getByRole('checkbox').count()).toBe(4);
});

test('calling the next speaker before an empty chair asks while time is left', async () => {
  const screen = await chair('speaking');
  const { page } = screen;
  await page.getByRole('button', { name: 'First, International CSO: women’s rights' }).click();
  const question = page.getByRole('alertdialog', {
    name: 'National CSO: right to food still has 4:37',
  });
  await question.getByRole('button', { name: 'Not now' }).click();
  expect(screen.accepted).toEqual([]);
  // Who is over time is not cut off.
  await screen.show(table.overtime!);
  await page.getByRole('button', { name: 'First, International CSO: women’s rights' }).click();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  expect(cases(screen)).toEqual(['next']);
});

test('after the panel the large button opens the questions, and closing is the last choice', async () => {
  const screen = await chair('heard');
  const { page } = screen;
  const dock = page.getByRole('contentinfo');
  const offered = async () => (await dock.getByRole('button').allInnerTexts()).slice(1);
  await page
    .getByText('Everybody present has been heard, and 10:00 is kept for questions')
    .waitFor();
  await page.getByText('The floor is open for questions.').waitFor();
  expect(await offered()).toEqual([
    'Open the questions',
    'Open with limits …',
    'Close the meeting',
  ]);
  await dock.getByRole('button', { name: 'Close the meeting' }).click();
  const question = page.getByRole('alertdialog', { name: 'Close the meeting?' });
  expect(await question.getByRole('listitem').allInnerTexts()).toEqual([
    'The list for questions was not opened, though 10:00 is kept for it',
  ]);
  await question.getByRole('button', { name: 'Not yet' }).click();
  await dock.getByRole('button', { name: 'Open the questions' }).click();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  expect(screen.accepted).toMatchObject([{ case: 'openQuestions', value: {} }]);

  await screen.show(table['nobody-asks']!);
  await page.getByText('Are there any further questions?').waitFor();
  expect(await offered()).toEqual(['Close the list for questions', 'Close the meeting']);
  await dock.getByRole('button', { name: 'Close the meeting' }).click();
  expect(await question.getByRole('listitem').allInnerTexts()).toEqual([
    'The list for questions is open, and 10:00 is kept for it',
  ]);
  await question.getByRole('button', { name: 'Not yet' }).click();

  await screen.show(table['questions-wait']!);
  const accept = dock.getByRole('button', { name: 'Accept: Netherlands (Kingdom of the)' });
  await accept.waitFor();
  expect(await offered()).toEqual([
    'Accept: Netherlands (Kingdom of the)',
    'Requests (3)',
    'Close the meeting',
  ]);
  await dock.getByRole('button', { name: 'Requests (3)' }).click();
  await page.getByRole('region', { name: 'Requests' }).waitFor();
  await accept.click();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  expect(screen.accepted?.at(-1)).toMatchObject({
    case: 'acceptRequest',
    value: { requestId: 'ask-41' },
  });

  await screen.show(table['questions-over']!);
  await page.getByText(/^I see no further request for the floor/).waitFor();
  expect(await offered()).toEqual(['Close the meeting']);
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
    'First, International CSO: women’s rights',
  ]);
  const tagged = page
    .getByRole('list', { name: 'Speakers’ list' })
    .getByText('Next', { exact: true });
  expect(await tagged.count()).toBe(1);
  await page.locator('[data-row="i-media"]').getByText('Next', { exact: true }).waitFor();
});

test('a refusal covers no button, and goes away by itself', async () => {
  const screen = await chair('speaking');
  const { page } = screen;
  screen.refuses = true;
  await page.locator('[data-action="pauseOrResume"]').click();
  const refusal = page.getByText('Somebody else acted first. Look again at the screen.');
  await refusal.waitFor();
  const said = (await refusal.boundingBox())!;
  for (const button of await page.locator('[data-action]:visible').all()) {
    const { y, height } = (await button.boundingBox())!;
    const apart = y >= said.y + said.height || y + height <= said.y;
    expect(apart, (await button.getAttribute('data-action')) ?? '').toBe(true);
  }
  await refusal.waitFor({ state: 'detached' });
});

test('one control changes the time of who speaks', async () => {
  const { page } = await chair('speaking');
  const floor = page.getByRole('region', { name: 'The floor' });
  expect(await floor.getByRole('button', { name: /30 s|1 min/ }).allInnerTexts()).toEqual([
    '−30 s',
    '+30 s',
    '+1 min',
  ]);
  await floor.getByText('6:00', { exact: true }).waitFor();
});

test('all requests are accepted in one act, and the tray shows every one of them', async () => {
  const screen = await chair('requests');
  const { page } = screen;
  await page.locator('[data-action="requests"]').click();
  const tray = page.getByRole('region', { name: 'Requests' });
  const cut = await tray.evaluate((it) => it.scrollHeight - it.clientHeight);
  expect(cut).toBe(0);
  await tray.getByText('1 statement so far, 3:20').waitFor();
  await page.getByRole('button', { name: 'Accept all (3)' }).click();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  expect(screen.accepted?.map(({ case: act, value }) => [act, value])).toMatchObject([
    ['acceptRequests', { requestIds: ['ask-41', 'ask-42', 'ask-43'] }],
  ]);
});

test('on a phone held sideways the time is in sight', async () => {
  const screen = await chair('speaking', { width: 844, height: 390 });
  const digits = screen.page.locator('footer').getByRole('timer', { includeHidden: true });
  const { y, height } = (await digits.boundingBox())!;
  expect(y + height).toBeLessThanOrEqual(390);
  expect(await digits.innerText()).toBe('4:37');
});

test('the totals of each delegation are a tap away, also of those who have not spoken', async () => {
  const { page } = await chair('question');
  await page.getByRole('button', { name: 'Totals: what each delegation has said' }).click();
  const totals = page.getByRole('dialog', { name: 'Totals: what each delegation has said' });
  const rows = await totals.locator('tbody tr').allInnerTexts();
  expect(rows.map((row) => row.split(/\s*\t\s*/))).toEqual([
    ['Cuba', '1', '3:20'],
    ['International CSO: women’s rights', '1', '3:20'],
    ['National CSO: media freedom', '1', '3:20'],
    ['National CSO: right to food', '1', '3:20'],
    ['National human rights institution', '1', '3:20'],
    ['Bolivia (Plurinational State of)', '0', '0:00'],
  ]);
});

test('the totals say so while nobody has spoken', async () => {
  const { page } = await chair('open');
  await page.locator('[data-action="contributions"]').click();
  await page.getByRole('dialog').getByText('Nobody has spoken in this meeting yet.').waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
});

test('with the tray closed the button says that questions are open', async () => {
  const { page } = await chair('speaking');
  expect(await page.getByRole('button', { name: /^Requests/ }).innerText()).toBe(
    'Requests\nQuestions open',
  );
  const closed = await chair('phone-shut-out');
  await closed.show(table.planned!);
  expect(await closed.page.getByRole('button', { name: /^Requests/ }).innerText()).toBe('Requests');
});

test('before the meeting is closed the chair reads who would not be heard', async () => {
  const screen = await chair('point-raised');
  const { page } = screen;
  const question = page.getByRole('alertdialog', { name: 'Close the meeting?' });
  const ask = async () => {
    await page.locator('[data-action="meetings"]').click();
    await page.getByRole('button', { name: 'Close the meeting' }).click();
    return question.getByRole('listitem').allInnerTexts();
  };
  expect(await ask()).toEqual([
    'National CSO: right to food has the floor: the statement ends with the meeting',
    'A point of order is not heard yet: Netherlands (Kingdom of the)',
    '3 are still on the list: National CSO: media freedom, International CSO: women’s rights and National human rights institution',
    '2 requests wait for a decision',
    'The list for questions is open, and 10:00 is kept for it',
  ]);
  // Nothing is done, and no key reaches what is under the question, until it is answered.
  await page.keyboard.press('n');
  await question.getByRole('button', { name: 'Not yet' }).click();
  expect(screen.accepted).toEqual([]);
  await screen.show(table['women-spoken']!);
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  expect(await ask()).toEqual([
    'Netherlands (Kingdom of the) has the floor: the statement ends with the meeting',
    'An answer to Netherlands (Kingdom of the) is due',
    'The list for questions is open, and 10:00 is kept for it',
  ]);
  await question.getByRole('button', { name: 'Close it now' }).click();
  expect(cases(screen)).toEqual(['closeMeeting']);
  await question.waitFor({ state: 'detached' });
});
