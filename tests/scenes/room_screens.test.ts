// What those at the table learn of the room's screens, and what every screen shows of a suspension and of a
// notice that ends.
import { expect, test } from 'vitest';
import { limitMs } from '../e2e/limit.ts';
import { answers, chair, open, shows } from './open_screen.ts';
import { T0, rooms } from './rooms.ts';
import { table } from './table.ts';
import type { Room } from '$proto/room_pb';
import { DisplayMode, Role, SignalKind } from '$proto/table_pb';

const lectern = { role: Role.SPEAKER, count: 1 };
const display = { role: Role.DISPLAY, count: 1 };
const signalled = (id: bigint): Room => ({
  ...table.speaking!,
  signals: {
    ...table.conclude!.signals!,
    signals: table.conclude!.signals!.signals.map((one) => ({ ...one, id })),
  },
});

test('the chair learns that nobody sees a signal, and when a lectern shows it', async () => {
  let now = T0;
  const screen = await open(table.speaking!, chair, () => now);
  const { page } = screen;
  screen.screens([]);
  await shows(page, 'No lectern connected');
  now += 3000;
  await screen.show(signalled(8n));
  screen.welcome();
  screen.screens([]);
  await shows(page, 'Nobody sees it, no lectern is connected');
  screen.screens([{ ...lectern, shows: { visible: true, signalId: 8n } }]);
  await shows(page, 'Before the speaker');
  expect(await page.getByText('No lectern connected').count()).toBe(0);
});

test('the display’s dialog says what is really shown, and stays open where nobody would see it', async () => {
  const screen = await open(table.speaking!, chair);
  const { page } = screen;
  screen.accepted = [];
  screen.screens([]);
  await page.locator('[data-action="display"]').click();
  await shows(page, 'No room display is connected');
  await page.getByRole('button', { name: 'Blackout' }).click();
  await shows(page, 'No room display is connected');
  expect(await page.locator('dialog[open]').count()).toBe(1);
  expect(await page.getByText('Now', { exact: true }).count()).toBe(0);
  screen.screens([{ ...display, shows: { visible: true, display: DisplayMode.AUTOMATIC } }]);
  await shows(page, 'Now');
  expect(await page.getByText('No room display is connected').count()).toBe(0);
  const seen = page.frameLocator('iframe');
  await seen.getByText('National CSO: right to food').first().waitFor();
});

test('a booth does not read that the speaker sees what no screen shows', async () => {
  const asked = signalled(8n);
  asked.signals!.signals = asked.signals!.signals.map((one) => ({
    ...one,
    kind: SignalKind.SLOW_DOWN,
    from: Role.INTERPRETER,
    sentAtUnixMs: BigInt(T0 - 5000),
  }));
  const booth = { path: '/interpreter/', role: Role.INTERPRETER };
  const screen = await open(asked, booth);
  screen.screens([]);
  await shows(screen.page, 'The speaker cannot see it');
  screen.screens([{ ...lectern, shows: { visible: true, signalId: 8n } }]);
  await shows(screen.page, 'It is on the speaker’s screen');
});

test('a lectern says which signal and notice can be read on it', async () => {
  const screen = await open(signalled(8n), { path: '/speaker/', role: Role.SPEAKER });
  await expect.poll(() => screen.shows?.signalId).toBe(8n);
  expect(screen.shows).toMatchObject({ visible: true, delegationId: '' });
  await screen.show(table.notice!);
  await expect.poll(() => screen.shows?.noticeId).toBe(1n);
});

test('a display says what it shows: no notice under a blackout, no large code over a speaker', async () => {
  const screen = await open(rooms.overtime!, { answers });
  await expect.poll(() => screen.shows?.noticeId).toBe(1n);
  await screen.show({ ...rooms.overtime!, settings: rooms.blackout!.settings! });
  await expect.poll(() => screen.shows?.display).toBe(DisplayMode.BLACKOUT);
  expect(screen.shows?.noticeId).toBe(0n);
  await screen.show({ ...rooms.speaking!, settings: rooms.code!.settings! });
  await expect.poll(() => screen.shows?.display).toBe(DisplayMode.AUTOMATIC);
  await screen.show(rooms.code!);
  await expect.poll(() => screen.shows?.display).toBe(DisplayMode.QUESTIONS_CODE);
});

for (const [path, role] of [
  ['/display/', Role.DISPLAY],
  ['/speaker/', Role.SPEAKER],
  ['/delegation/', Role.DELEGATION],
  ['/interpreter/', Role.INTERPRETER],
  ['/chair/', Role.CHAIR],
] as const)
  test(`a suspension counts down to its time of return at ${path}`, async () => {
    const stored = { 'rostrum.state': 'NL' };
    const screen = await open(table.break!, { path, role, stored, answers });
    await shows(screen.page, /(It resumes|Resumes) at 09:35/);
    await shows(screen.page, /^1[45]:\d\d$/);
  });

test('a notice ends by itself, and takes nothing from the digits of a lectern', async () => {
  const began = Date.now();
  const now = () => T0 + (Date.now() - began);
  const screen = await open(table.speaking!, { path: '/speaker/', role: Role.SPEAKER }, now);
  const digits = screen.page.locator('.digits').last();
  const box = async () => (await digits.boundingBox())?.height;
  const before = await box();
  const notice = { id: 9n, text: 'Please silence your phones.', untilUnixMs: BigInt(now() + 4000) };
  await screen.show({
    ...table.speaking!,
    noticeBoard: {
      ...table.notice!.noticeBoard!,
      notice: { ...table.notice!.noticeBoard!.notice!, ...notice },
    },
  });
  await shows(screen.page, 'Please silence your phones.');
  expect(await box()).toBe(before);
  await screen.page.getByText('Please silence your phones.').waitFor({ state: 'detached' });
  expect(await box()).toBe(before);
  await screen.show(table['long-notice']!);
  expect(await box()).toBe(before);
});

/** The words of the desk, or of the chair, on their private line. */
const lined = (from: Role): Room => ({
  ...table['private-line']!,
  signals: {
    ...table['private-line']!.signals!,
    signals: table['private-line']!.signals!.signals.map((one) => ({
      ...one,
      id: 8n,
      from,
      sentAtUnixMs: BigInt(T0),
    })),
  },
});
const desk = {
  path: '/secretariat/',
  role: Role.SECRETARIAT,
  address: 'tab=floor',
  width: 1280,
  height: 1600,
};

test('who wrote on the private line sees when it was read', async () => {
  for (const [shown, other] of [
    [chair, Role.SECRETARIAT],
    [desk, Role.CHAIR],
  ] as const) {
    const screen = await open(lined(shown.role), shown);
    const { page } = screen;
    const read = page.getByText('Read', { exact: true });
    if (shown === chair) await page.locator('[data-action="desk"]').click();
    await page.locator('ol bdi').first().waitFor();
    screen.screens([{ role: other, count: 1, shows: { visible: true, signalId: 7n } }]);
    await screen.painted();
    expect(await read.count()).toBe(0);
    screen.screens([{ role: other, count: 1, shows: { visible: true, signalId: 8n } }]);
    await read.waitFor();
  }
});

test('words that stood before the chair or the desk for a moment are said to be read', async () => {
  for (const [shown, other] of [
    [chair, Role.SECRETARIAT],
    [desk, Role.CHAIR],
  ] as const) {
    const screen = await open(lined(other), shown);
    await expect.poll(() => screen.shows?.signalId, { timeout: limitMs }).toBe(8n);
  }
});
