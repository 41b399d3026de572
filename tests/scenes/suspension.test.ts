// A suspension that interrupts somebody: every screen says whose time goes on, and how much is left.
import { expect, test } from 'vitest';
import { answers, chair, open, shows } from './open_screen.ts';
import { asked, room, rooms, statement } from './rooms.ts';
import { table } from './table.ts';
import { Course, InscriptionKind, type Room } from '$proto/room_pb';
import { Role } from '$proto/table_pb';

const stopped = { runningSinceUnixMs: 0n, elapsedBeforeMs: 23_000n };

/** The Netherlands had the floor, with 1:37 left. */
function suspendedDuring(kind: InscriptionKind, floor = {}): Room {
  const question = asked('mission-nl', kind);
  const paused = { ...question.floor.statement, ...stopped, ...floor };
  return room(Course.SUSPENDED, { ...question, floor: { statement: paused } });
}
const question = suspendedDuring(InscriptionKind.QUESTION, { runsOnResumption: true });

for (const [path, role] of [
  ['/display/', Role.DISPLAY],
  ['/speaker/', Role.SPEAKER],
  ['/interpreter/', Role.INTERPRETER],
  ['/delegation/', Role.DELEGATION],
  ['/chair/', Role.CHAIR],
] as const)
  test(`it names who had the floor and the time left at ${path}`, async () => {
    const stored = { 'rostrum.state': 'AU' };
    const { page } = await open(question, { path, role, stored, answers });
    await shows(page, 'On resumption');
    await shows(page, 'Netherlands');
    await shows(page, /^1:37$/);
  });

test('the phone of who had the floor says what it keeps, and offers no second question', async () => {
  const phone = { path: '/delegation/', role: Role.DELEGATION, width: 390, height: 844 };
  const stored = { 'rostrum.state': 'NL' };
  const screen = await open(question, { ...phone, stored });
  const { page } = screen;
  await shows(page, 'You keep 1:37');
  const ask = page.getByRole('button', { name: 'Ask for the floor' });
  const reply = page.getByRole('button', { name: 'Right of reply' });
  expect(await ask.count()).toBe(0);
  expect(await reply.count()).toBe(1);
  await screen.show(suspendedDuring(InscriptionKind.RIGHT_OF_REPLY));
  await ask.waitFor();
  expect(await reply.count()).toBe(0);
});

test('the speaker’s own phone says what it keeps', async () => {
  const stored = {
    'rostrum.plate.xxvii': JSON.stringify({ meeting: 'cuba', delegation: 'food' }),
  };
  const { page } = await open(rooms.suspended!, { path: '/speaker/', role: Role.SPEAKER, stored });
  await shows(page, 'You keep 4:37');
});

test('no screen counts a silence that was interrupted', async () => {
  const silence = room(Course.SUSPENDED, {
    floor: statement('media', 0, { ...stopped, allottedMs: 60_000n, silence: true }),
  });
  for (const [path, role] of [
    ['/display/', Role.DISPLAY],
    ['/speaker/', Role.SPEAKER],
    ['/chair/', Role.CHAIR],
  ] as const) {
    const { page } = await open(silence, { path, role, answers });
    await shows(page, 'On resumption');
    expect(await page.getByText('0:37').count(), path).toBe(0);
  }
});

test('the chair reads before the tap that the time runs at once, unless it was paused before', async () => {
  const at = (more: object): Room => {
    const seen = { ...table.suspended! };
    seen.floor = { ...seen.floor!, statement: { ...seen.floor!.statement!, ...more } };
    return seen;
  };
  const screen = await open(at({ runsOnResumption: true }), chair);
  const resume = screen.page.locator('[data-action="next"]');
  await resume.waitFor();
  const warning = 'The time of National CSO: right to food runs at once';
  await expect.poll(() => resume.innerText()).toContain(warning);
  await screen.show(at({ runsOnResumption: false }));
  await expect.poll(() => resume.innerText()).toBe('Resume the meeting');
});
