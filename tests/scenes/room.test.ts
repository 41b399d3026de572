// What the room sees while questions are open, before the opening and under a notice; what only the chair
// sees of a silence; and what a clicker does.
import { expect, test } from 'vitest';
import { answers, chair, open, shows } from './open_screen.ts';
import { room, rooms, statement } from './rooms.ts';
import { table } from './table.ts';
import type { ScriptedScreen } from './scripted_screen.ts';
import { Course, Standing, type Room } from '$proto/room_pb';
import { Role } from '$proto/table_pb';

test('while questions are open the code stands in a corner, and leaves the speaker and the plates', async () => {
  const screen = await open(rooms.speaking!, { answers });
  const { page } = screen;
  await page.getByRole('img', { name: 'Ask for the floor' }).waitFor();
  await shows(page, 'Questions are open');
  await screen.show({ ...rooms.speaking!, settings: rooms.code!.settings! });
  expect(await page.getByRole('timer').innerText()).toMatch(/^4:3\d$/);
  await page.getByRole('list', { name: 'Name plates' }).waitFor();
  await screen.show(room(Course.OPEN, { floor: statement('food', 83_000), questions: {} }));
  await page.getByText('Questions are open').waitFor({ state: 'detached' });
  expect(await page.getByRole('img', { name: 'Ask for the floor' }).count()).toBe(0);
});

test('a silence has its length and its end for the chair', async () => {
  const screen = await open(table.silence!, chair);
  await expect(screen.page.getByRole('timer').innerText()).resolves.toMatch(/^0:\d\d of 1:00$/);
});

test('the opening is counted down on the display', async () => {
  const screen = await open(rooms.soon!, {});
  await shows(screen.page, /^1[45]:\d\d$/);
});

test('a notice takes nothing from the digits of a lectern, however long it is', async () => {
  const screen = await open(table.speaking!, { path: '/speaker/', role: Role.SPEAKER });
  const { page } = screen;
  const height = async () => (await page.locator('.digits').last().boundingBox())?.height;
  const before = await height();
  for (const state of ['notice', 'long-notice']) {
    await screen.show(table[state]!);
    await shows(page, /The interpreters have lost/);
    expect(await height()).toBe(before);
  }
});

/** An empty chair at its turn asks the chair for more than a press. */
const allPresent = ({ plates }: Room) => ({
  ...plates!,
  delegations: plates!.delegations.map((one) => ({
    ...one,
    standing: Standing.PRESENT,
    absenceReason: '',
  })),
});

test('a clicker calls the next speaker and takes that back, where the chair chose it', async () => {
  const called = { ...table.speaking!, plates: allPresent(table.speaking!) };
  const plain = await open(called, chair);
  plain.accepted = [];
  const press = (of: ScriptedScreen, key: string, makes: string[]) =>
    expect
      .poll(
        async () => {
          // A button rests when it has changed: as a person would, press again.
          if ((of.accepted?.length ?? 0) < makes.length) await of.page.keyboard.press(key);
          return of.accepted?.map((body) => body.case);
        },
        { timeout: 60_000 },
      )
      .toEqual(makes);
  await plain.page.keyboard.press('PageDown');
  await press(plain, 'u', ['undo']);

  const screen = await open(called, { ...chair, stored: { 'rostrum.pedal': 'on' } });
  screen.accepted = [];
  await press(screen, 'PageDown', ['next']);
  await press(screen, 'ArrowLeft', ['next', 'undo']);
  await screen.show(table.planned!);
  await screen.page.keyboard.press('ArrowRight');
  await screen.page.locator('[data-action="help"]').click();
  await screen.page.keyboard.press('PageDown');
  expect(screen.accepted.map((body) => body.case)).toEqual(['next', 'undo']);
});
