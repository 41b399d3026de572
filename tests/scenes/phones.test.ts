// Phones that wait for approval: what they asked for is kept, and the chair allows them all at once.
import { clone } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { chair, open, shows } from './open_screen.ts';
import { table } from './table.ts';
import { InscriptionKind, PhoneStanding, RoomSchema } from '$proto/room_pb';
import { Role } from '$proto/table_pb';

const phone = { path: '/delegation/', role: Role.DELEGATION, width: 390, height: 844 };
const stored = { 'rostrum.state': 'NL' };
const kept =
  'The chair must allow this phone first. Your request is kept, and is sent by itself then.';

/** The room in which the phone of the Netherlands stands so, and no request of theirs waits. */
function roomWith(standing?: PhoneStanding) {
  const room = clone(RoomSchema, table['phones-wait']!);
  if (room.questions) {
    room.questions.requests = [];
    room.questions.phones = room.questions.phones.filter(({ device }) => device !== 'phone-a');
    if (standing !== undefined)
      room.questions.phones.push({
        ...table['phones-wait']!.questions!.phones[0]!,
        device: 'phone-a',
        standing,
      });
  }
  return room;
}

test('the secretariat sees why phones wait too, and allows them all in one act', async () => {
  const desk = { path: '/secretariat/', role: Role.SECRETARIAT, width: 1280, height: 1100 };
  const screen = await open(table['phones-wait']!, {
    ...desk,
    answers: { '/api/v1/screens': { screens: [] }, '/api/v1/rooms': { rooms: [] } },
  });
  const { page } = screen;
  screen.accepted = [];
  await page.getByRole('navigation').getByRole('button', { name: 'Screens' }).click();
  const asking = page.getByRole('region', { name: 'How delegations ask for the floor' });
  await asking.getByText('2 phones wait to be allowed').waitFor();
  expect(await asking.getByText('Several phones share one network address.').count()).toBe(1);
  await asking.getByRole('button', { name: 'Allow all (2)' }).click();
  await expect
    .poll(() => screen.accepted)
    .toMatchObject([{ case: 'admitPhones', value: { devices: ['phone-a', 'phone-d'] } }]);
});

test('a phone keeps what it asked for, over a reload too, and sends it once it is allowed', async () => {
  const screen = await open(roomWith(), { ...phone, stored });
  const { page } = screen;
  screen.accepted = [];
  screen.next = roomWith(PhoneStanding.WAITING);
  await page.getByRole('button', { name: 'Ask for the floor' }).click();
  await shows(page, kept);
  await page.reload();
  await shows(page, kept);
  expect(screen.accepted).toHaveLength(1);
  await screen.show(roomWith(PhoneStanding.ADMITTED));
  await expect.poll(() => screen.accepted?.length).toBe(2);
  const asked = { delegationId: 'mission-nl', kind: InscriptionKind.QUESTION };
  expect(screen.accepted).toMatchObject([
    { case: 'requestFloor', value: asked },
    { case: 'requestFloor', value: asked },
  ]);
  // It asks once: what the chair then declines is not asked for again.
  await screen.show(roomWith(PhoneStanding.ADMITTED));
  expect(screen.accepted).toHaveLength(2);
});

test('what a phone keeps can be withdrawn, and is dropped when the phone is shut out', async () => {
  const request = {
    meetingId: 'cuba',
    delegationId: 'mission-nl',
    kind: 'INSCRIPTION_KIND_QUESTION',
    addressedTo: ['food'],
  };
  const remembered = { ...stored, 'rostrum.kept-request': JSON.stringify(request) };
  const waiting = roomWith(PhoneStanding.WAITING);
  const screen = await open(waiting, { ...phone, stored: remembered });
  screen.accepted = [];
  await shows(screen.page, kept);
  await screen.page.getByRole('button', { name: 'Withdraw' }).click();
  await shows(screen.page, 'This phone waits for the chair’s or the secretariat’s approval.');
  await screen.show(roomWith(PhoneStanding.ADMITTED));
  expect(screen.accepted).toEqual([]);

  const other = await open(waiting, { ...phone, stored: remembered });
  other.accepted = [];
  await other.show(roomWith(PhoneStanding.SHUT_OUT));
  await shows(other.page, 'The podium has shut this phone out for this meeting.');
  await other.show(roomWith(PhoneStanding.ADMITTED));
  expect(other.accepted).toEqual([]);
});

test('the chair allows all phones in one tap, and sees why they wait', async () => {
  const screen = await open(table['phones-wait']!, chair);
  const { page } = screen;
  screen.accepted = [];
  await page.locator('[data-action="requests"]').click();
  const tray = page.getByRole('region', { name: 'Requests' });
  expect(await tray.getByText('Several phones share one network address.').count()).toBe(1);
  await tray.getByText('2 phones wait to be allowed').waitFor();
  await tray.getByRole('button', { name: 'Allow all (2)' }).click();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  expect(screen.accepted).toMatchObject([
    { case: 'admitPhones', value: { devices: ['phone-a', 'phone-d'] } },
  ]);

  // Each of them is a tap away: what is asked for comes first.
  const allow = tray.locator('[data-action^="admit "]');
  expect(await allow.count()).toBe(0);
  await tray.getByText('2 phones wait to be allowed').click();
  expect(await allow.count()).toBe(2);

  const second = clone(RoomSchema, table['phones-wait']!);
  second.questions?.phones.push({
    ...second.questions.phones[0]!,
    device: 'phone-b',
    standing: PhoneStanding.ADMITTED,
  });
  await screen.show(second);
  await tray.getByText('Another phone asks for it already.').waitFor();
  expect(await tray.getByText('Several phones share one network address.').count()).toBe(1);
});

test('who chooses whom a question is for sees who is absent', async () => {
  const { page } = await open(table.speaking!, { ...phone, stored });
  await page.getByText('Meant for: the panel').click();
  const offered = page.getByRole('group', { name: 'Meant for' }).locator('label');
  expect((await offered.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    'Cuba',
    'National CSO: right to food',
    'National CSO: media freedom · Absent',
    'International CSO: women’s rights',
    'National human rights institution',
  ]);
});

test('requests come before the phones that wait, and more of them below is seen', async () => {
  const room = clone(RoomSchema, table['phones-wait']!);
  const { requests } = room.questions!;
  while (requests.length < 12)
    requests.push({ ...requests[0]!, id: `ask-more-${requests.length}` });
  const { page } = await open(room, { ...chair, width: 1180, height: 820 });
  await page.locator('[data-action="requests"]').click();
  const tray = page.getByRole('region', { name: 'Requests' });
  const box = page.locator('.tray div.requests');
  await expect.poll(() => box.evaluate((it) => it.className)).toContain('more-below');
  const top = async (of: typeof tray) => (await of.boundingBox())!.y;
  const fold = tray.getByText('2 phones wait to be allowed');
  expect(await top(tray.locator('[data-plate]').nth(3))).toBeLessThan(await top(fold));
  expect((await fold.boundingBox())!.y).toBeLessThan(await top(page.locator('footer')));
  await box.evaluate((it) => it.scrollTo(0, it.scrollHeight));
  await expect.poll(() => box.evaluate((it) => it.className)).not.toContain('more-below');
});

test('on a phone nothing in the tray lies over another thing', async () => {
  const room = table['phones-wait']!;
  const { page } = await open(room, { ...chair, width: 390, height: 844 });
  await page.locator('[data-action="requests"]').click();
  const tray = page.getByRole('region', { name: 'Requests' });
  const fold = tray.getByText('2 phones wait to be allowed');
  const last = (await tray.locator('[data-plate]').last().boundingBox())!;
  expect((await fold.boundingBox())!.y).toBeGreaterThanOrEqual(last.y + last.height);
  await fold.click();
  await tray.locator('[data-action^="admit "]').last().click({ trial: true });
});
