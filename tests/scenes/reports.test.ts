// The secretariat's reports and corrections: figures, the record, the programme on paper, the roll, and the
// form of a closed meeting. ROSTRUM_PICTURES=folder keeps a picture of each.
import { clone, create } from '@bufbuild/protobuf';
import { expect, test } from 'vitest';
import { cuba, long, looked, openDesk } from './desk.ts';
import { longest } from './rooms.ts';
import { table } from './table.ts';
import { Course, DelegationKind, DelegationSchema, RoomSchema, Standing } from '$proto/room_pb';
import { ActKind } from '$proto/table_pb';

const kind = (name: string) => `INSCRIPTION_KIND_${name}`;

const figures = {
  scope: { title: 'Room XXVII', meetings: 12 },
  definitions: { nhri: 'inside', read_by: 'counted' },
  figures: [
    ['csos_took_floor', 58],
    ['represented_by_women', 30],
    ['national_csos', 39],
    ['nhris', 3],
    ['missions', 68],
    ['missions_average', 23.833],
    ['missions_share_percent', 35.049],
    ['surs_attended', 7],
    ['plates_absent', 2],
  ].map(([key, value]) => ({ key, value })),
  kinds: [
    { kind: kind('PANEL_STATEMENT'), count: 58, allotted_ms: 20_880_000, used_ms: 20_300_000 },
    { kind: kind('ANSWER'), count: 2, allotted_ms: 240_000, used_ms: 121_000 },
  ],
  speakers: [
    [long, 'PANEL_STATEMENT', 360_000, 378_000],
    ['NHRI of Cuba', 'ANSWER', null, 61_000],
  ].map(([title, each, allotted_ms, used_ms]) => ({
    meeting_id: 'cuba',
    state: cuba,
    title,
    state_code: '',
    kind: kind(String(each)),
    allotted_ms,
    used_ms,
    turns: 1,
  })),
  attendance: ['FR', 'CH', 'GB', 'VC', 'KP'].map((code, i) => ({
    state: { code, name: code },
    meetings: i + 1,
    left: code === 'VC' ? 1 : 0,
  })),
  guests: [
    { name: long, meetings: 3, left: 0 },
    { name: 'European Union', meetings: 12, left: 0 },
  ],
};

const record = {
  title: 'Record',
  facts: [['Room', 'Room XXVII']],
  tables: [
    {
      heading: 'Course of the meeting',
      columns: ['From', 'To', 'Plate', 'Speaker’s name', 'Kind', 'Details', 'Spoken'],
      numbers: [6],
      rows: [
        ['09:30:00', '', '', '', 'Meeting opened', '', ''],
        ['09:30:10', '', 'Cuba', '', 'State under Review: declined', '', ''],
        [
          '09:30:20',
          '09:35:10',
          long,
          'A speaker with a long name',
          'Panel statement',
          'Read by another: National CSO · passed 1:10 on to Norway',
          '4:50',
        ],
        [
          '09:35:10',
          '',
          long,
          '',
          'Panel statement: empty chair, passed over',
          'Absent: Prevented from travelling',
          '',
        ],
        [
          '09:35:10',
          '09:35:50',
          'Cuba',
          '',
          'Point of order',
          'Ruling: rejected. It is no point of order.',
          '0:40',
        ],
      ],
    },
    {
      heading: 'Every act, the latest first',
      columns: ['No.', 'At', 'Act', 'About', 'By', 'Device'],
      numbers: [0],
      rows: [
        ['8', '10:30:00', 'Plate corrected after the meeting', long, 'Secretariat', 'Laptop'],
        ['7', '10:29:00', 'Floor requested', 'Fiji', 'Delegation', 'a4f1'],
      ],
    },
  ],
};

const runSheet = {
  title: 'Run sheet',
  facts: [['Room', 'Room XXVII']],
  tables: [
    {
      heading: 'Cuba, 2018-04-11, 09:30–10:30',
      numbers: [3],
      columns: ['Time', 'Plate', 'Subject', 'Allotted', 'Speaker’s name', 'Presence', 'Note'],
      rows: [
        ['09:30', 'Cuba', '', '2:00', '', 'Present', ''],
        ['09:32', long, 'Land', '6:00', 'A speaker', 'Absent: Prevented from travelling', 'Video'],
      ],
    },
  ],
};

const open = (tab: string, lang: string, room = table.speaking!) =>
  openDesk(tab, lang, room, {
    answers: {
      '/api/v1/rooms/xxvii/figures': figures,
      '/api/v1/rooms/xxvii/record': record,
      '/api/v1/rooms/xxvii/run-sheet': runSheet,
    },
  });

for (const lang of ['en', 'ar', 'ru']) {
  for (const tab of ['figures', 'record', 'roll', 'floor']) {
    test(`${tab}, ${lang}`, async () => {
      const screen = await open(tab, lang);
      if (tab === 'roll') {
        await screen.page.locator('.segments label').nth(1).click();
        await screen.page.locator('.mark[aria-pressed="true"]').first().click();
      }
      await looked(screen, `secretariat-${tab}-${lang}`);
    });
  }

  test(`on paper, ${lang}`, async () => {
    const screen = await open('programme', lang);
    await screen.page.locator('.segments label').nth(3).click();
    await screen.page.locator('table').waitFor();
    await looked(screen, `secretariat-paper-${lang}`);
  });
}

test('the form of a closed meeting corrects its plates, and nothing else', async () => {
  const screen = await open('programme', 'en', table.closed!);
  const { page } = screen;
  await page.locator('[data-meeting="cuba"] .open').click();
  expect(await page.getByLabel('Day').isDisabled()).toBe(true);
  expect(await page.getByLabel('Time (min)').isDisabled()).toBe(true);
  await page.locator('ol').getByLabel('Represented by').selectOption('REPRESENTED_BY_MAN');
  await looked(screen, 'secretariat-correct');
  screen.accepted = [];
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => screen.accepted?.length).toBe(1);
  expect(screen.accepted[0]).toMatchObject({
    case: 'correctPlate',
    value: { meetingId: 'cuba', delegationId: 'food', title: long },
  });
});

test('the presence of the State under Review, and who read a statement, are corrected', async () => {
  const screen = await open('programme', 'en', table.closed!);
  const { page } = screen;
  await page.locator('[data-meeting="cuba"] .open').click();
  const [sur, food] = [page.getByRole('group', { name: 'State under Review' }), page.locator('ol')];
  await sur.getByLabel('Presence').selectOption('STANDING_PRESENT');
  await food.getByLabel('Presence').selectOption('STANDING_READ_BY');
  screen.accepted = [];
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.locator('.fault').waitFor();
  await looked(screen, 'secretariat-correct-reader');
  expect(screen.accepted).toEqual([]);
  await food.locator('select[aria-invalid]').selectOption('moderator');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect.poll(() => screen.accepted?.length).toBe(2);
  expect(screen.accepted).toMatchObject([
    { value: { delegationId: 'sur', title: 'Cuba', standing: Standing.PRESENT } },
    { value: { delegationId: 'food', readerDelegationId: 'moderator' } },
  ]);
});

test('a body that is no State is entered on the roll, and taken off again', async () => {
  const room = clone(RoomSchema, table.speaking!);
  const standing = Standing.PRESENT;
  const guest = {
    id: 'organisation-1',
    kind: DelegationKind.ORGANISATION,
    title: longest,
    standing,
  };
  room.roll!.delegations.push(create(DelegationSchema, guest));
  const screen = await open('roll', 'en', room);
  const { page } = screen;
  screen.accepted = [];
  await page.getByRole('searchbox').fill('European Union');
  await page.getByRole('button', { name: 'Enter “European Union” as a guest' }).click();
  await expect.poll(() => screen.accepted?.length).toBe(1);
  expect(screen.accepted[0]).toMatchObject({
    case: 'enterRoll',
    value: { stateCodes: [], guest: 'European Union' },
  });
  screen.accepted = [];
  const guests = page.getByRole('region', { name: 'Guests' });
  await guests.getByRole('button', { name: longest }).click();
  await looked(screen, 'secretariat-roll-guest');
  await guests.getByRole('button', { name: 'It was never here' }).click();
  await expect.poll(() => screen.accepted?.length).toBe(1);
  expect(screen.accepted[0]).toMatchObject({
    case: 'leaveRoll',
    value: { stateCodes: [], guest: longest, mistaken: true },
  });
});

test('the roll of a closed meeting says who was there, and who left before its end', async () => {
  const room = clone(RoomSchema, table.speaking!);
  room.agenda!.meetings[1]!.course = Course.CLOSED;
  const screen = await open('roll', 'en', room);
  const { page } = screen;
  await page.getByText('of 195 in the room').waitFor();
  await page.getByLabel('Meeting').selectOption('bolivia');
  const count = page.getByRole('status').filter({ hasText: 'of 195' });
  await expect
    .poll(async () => (await count.innerText()).replace(/\s+/g, ' '))
    .toBe('5 of 195 were there · 1 left before the end · guests: 2');
  await page.locator('.segments label').nth(1).click();
  await page.getByRole('button', { name: 'Saint Vincent and the Grenadines left' }).click();
  await looked(screen, 'secretariat-roll-closed');
  screen.accepted = [];
  await page.getByRole('button', { name: 'It stayed to the end' }).click();
  await expect.poll(() => screen.accepted?.length).toBe(1);
  expect(screen.accepted[0]).toMatchObject({
    case: 'enterRoll',
    value: { stateCodes: ['VC'], meetingId: 'bolivia' },
  });
});

test('the latest act names the State of a phone that waits to be allowed', async () => {
  const room = clone(RoomSchema, table.speaking!);
  const { latest } = room.memory!;
  Object.assign(latest!, { kind: ActKind.REQUEST_FLOOR, delegationId: 'mission-fj' });
  const { page } = await open('floor', 'en', room);
  const act = page.locator('.latest');
  await act.getByText('Floor requested').waitFor();
  expect(await act.locator('bdi').innerText()).toBe('Fiji');
});
