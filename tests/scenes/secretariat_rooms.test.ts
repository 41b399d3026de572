// The secretariat's room: its name, and a meeting that moves to another one. ROSTRUM_PICTURES=folder keeps a
// picture of each.
import { expect, test } from 'vitest';
import { looked, openDesk } from './desk.ts';
import { table } from './table.ts';

const lobby = {
  rooms: [
    ['xxiv', 'Room XXIV'],
    ['xxvii', 'Room XXVII'],
    ['assembly', 'Assembly Hall, Palais des Nations, third floor, door 13'],
  ].map(([roomId, roomName]) => ({ agenda: { roomId, roomName, meetings: [] } })),
};

const open = (lang: string, width = 1366, height = 900) =>
  openDesk('programme', lang, table.planned!, {
    width,
    height,
    answers: { '/api/v1/rooms': lobby },
  });

for (const [lang, width, height] of [
  ['en', 1366, 900],
  ['ar', 1366, 900],
  ['ru', 1024, 768],
] as const) {
  test(`the room and the way to another one, ${lang}, ${width}`, async () => {
    const screen = await open(lang, width, height);
    const { page } = screen;
    await page.locator('[data-meeting="cuba"] .open').click();
    await page.locator('.editor').waitFor();
    await looked(screen, `secretariat-meeting-${lang}`);
    await page.locator('.editor header button').nth(1).click();
    await page.locator('dialog option').first().waitFor({ state: 'attached' });
    await looked(screen, `secretariat-to-room-${lang}`);
    await page.keyboard.press('Escape');
    await page.locator('.segments label').last().click();
    await page.locator('form input').first().waitFor();
    await looked(screen, `secretariat-room-${lang}`);
  });
}

test('a planned meeting moves to the room that is chosen, unless its form holds unsaved changes', async () => {
  const screen = await open('en');
  const { page } = screen;
  screen.accepted = [];
  await page.locator('[data-meeting="cuba"] .open').click();
  await page.getByRole('button', { name: 'Move to another room' }).click();
  // The rooms are asked for when the dialog opens.
  await expect
    .poll(() => page.locator('dialog option').allTextContents())
    .toEqual(['Room XXIV', 'Assembly Hall, Palais des Nations, third floor, door 13']);
  await page.locator('dialog select').selectOption('assembly');
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await expect.poll(() => screen.accepted?.length).toBe(1);
  expect(screen.accepted[0]).toMatchObject({
    case: 'moveToRoom',
    value: { meetingId: 'cuba', roomId: 'assembly' },
  });
  await expect.poll(() => page.locator('dialog').count()).toBe(0);

  await page.locator('[data-meeting="cuba"] .open').click();
  await page.getByLabel('Subject').first().fill('Water');
  const move = page.getByRole('button', { name: 'Move to another room' });
  await expect.poll(() => move.getAttribute('aria-disabled')).toBe('true');
});

test('the room takes the name that is typed, and the field follows a name given elsewhere', async () => {
  const screen = await open('en');
  const { page } = screen;
  screen.accepted = [];
  await page.getByText('Room', { exact: true }).click();
  const name = page.getByLabel('Name of the room').first();
  expect(await name.inputValue()).toBe('Room XXVII');
  const { agenda } = table.planned!;
  await screen.show({
    ...table.planned!,
    agenda: agenda && { ...agenda, roomName: 'Room XXVIII' },
  });
  await expect.poll(() => name.inputValue()).toContain('Room XXVIII');
  await name.fill('  Salle des Assemblées ');
  await page.getByRole('button', { name: 'Rename' }).click();
  await expect.poll(() => screen.accepted?.length).toBe(1);
  expect(screen.accepted[0]).toMatchObject({
    case: 'renameRoom',
    value: { name: 'Salle des Assemblées' },
  });
});

test('the room is archived after a question, and taken into use again', async () => {
  const screen = await open('en');
  const { page } = screen;
  screen.accepted = [];
  await page.getByText('Room', { exact: true }).click();
  await page.getByRole('button', { name: 'Archive the room' }).click();
  await looked(screen, 'secretariat-archive');
  await page.locator('dialog').getByRole('button', { name: 'Archive the room' }).click();
  await expect.poll(() => screen.accepted?.length).toBe(1);
  expect(screen.accepted[0]).toMatchObject({ case: 'archiveRoom', value: { archived: true } });
  const { agenda } = table.planned!;
  await screen.show({ ...table.planned!, agenda: agenda && { ...agenda, archived: true } });
  await looked(screen, 'secretariat-archived');
  await page.getByRole('button', { name: 'Use the room again' }).click();
  await expect.poll(() => screen.accepted?.length).toBe(2);
  expect(screen.accepted[1]).toMatchObject({ case: 'archiveRoom', value: { archived: false } });
});

test('a room is made with a name and a zone, and its only link stands there', async () => {
  const screen = await open('en');
  const { page } = screen;
  const bodies: string[] = [];
  await page.route('**/api/v1/rooms', (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    bodies.push(route.request().postData() ?? '');
    return route.fulfill({ json: { token: 'NEW', roomId: 'salle-xx' } });
  });
  await page.getByText('Room', { exact: true }).click();
  await page.getByLabel('Name of the room').last().fill('Salle XX');
  await page.getByRole('button', { name: 'Make the room' }).click();
  const link = page.getByRole('link', { name: 'Open Salle XX as its secretariat' });
  expect(await link.getAttribute('href')).toBe('/secretariat/#room=salle-xx&token=NEW');
  expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual([
    { name: 'Salle XX', timeZone: 'Europe/Zurich' },
  ]);
  await looked(screen, 'secretariat-new-room');
});
