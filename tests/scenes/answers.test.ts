// An answer, on the screens of those at the table: what the display says of it.
import { expect, test } from 'vitest';
import { answers, chair, open, shows } from './open_screen.ts';
import { table } from './table.ts';
import { Role } from '$proto/table_pb';

const which = /Answer 2 of 3/;
const asker = /question by .*Netherlands/;

for (const [path, role] of [
  ['/display/', Role.DISPLAY],
  ['/speaker/', Role.SPEAKER],
  ['/chair/', Role.CHAIR],
] as const)
  test(`an answer says which it is and whose question it answers at ${path}`, async () => {
    const { page } = await open(table.answer!, { path, role, answers });
    await shows(page, which);
    await shows(page, asker);
  });

test('the lectern says that the time of an answer is shared', async () => {
  const { page } = await open(table.answer!, { path: '/speaker/', role: Role.SPEAKER });
  await shows(page, 'Shared by all answers');
});

test('the tablet shows no allotment of an answer, and of a statement it does', async () => {
  const screen = await open(table.answer!, chair);
  const face = screen.page.locator('.statement .face').first();
  await face.getByText('Shared by all answers').waitFor();
  expect(await face.getByText('Allotted').count()).toBe(0);
  await screen.show(table.speaking!);
  await face.getByText('Allotted').waitFor();
});
