// The secretariat hides the name of a person who sits at several plates, and sees what a file would do
// to the plates of a meeting before it imports it.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, picture } from '../e2e/browser.ts';
import { T0, rooms } from './rooms.ts';
import { ScriptedScreen } from './scripted_screen.ts';
import { Role } from '$proto/table_pb';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

const person = 'Aleksandra Wiśniewska-Kowalczyk de la Fuente y Montenegro';
const long =
  'Coalition of associations for the protection of persons deprived of their liberty and of their ' +
  'families in the northern and eastern provinces';

const plate = (id: string, title: string, speakerName: string) => ({
  id,
  kind: 'DELEGATION_KIND_NATIONAL_CSO',
  title,
  speakerName,
  subject: '',
  allottedS: 300,
  standing: 'STANDING_PRESENT',
  absenceReason: '',
  representedBy: 'REPRESENTED_BY_UNSPECIFIED',
  shortTitle: '',
});
const meeting = (id: string, code: string, hour: number, panel: ReturnType<typeof plate>[]) => ({
  id,
  state: { code, name: code },
  startsAt: `2018-04-12T0${hour}:00:00Z`,
  endsAt: `2018-04-12T0${hour + 1}:00:00Z`,
  surStatementS: 120,
  panel,
});
const bolivia = meeting('bolivia', 'BO', 8, [
  plate('prisons', long, person),
  plate('media', 'National CSO: media', 'Somebody else'),
  plate('youth', 'National CSO: youth', person.toUpperCase()),
]);
const change = (fate: string, title: string, more: object = {}) => ({
  meetingId: 'bolivia',
  plateId: `${fate}-${title}`,
  fate,
  title,
  formerTitle: '',
  name: 'unchanged',
  standing: 'STANDING_PRESENT',
  absenceReason: '',
  ...more,
});

function answers(hiddenNames: object[] = []) {
  return {
    '/api/v1/rooms/xxvii/programme': {
      programmeRevision: '1',
      hiddenNames,
      notes: [],
      room: { id: 'xxvii', name: 'Room XXVII', timeZone: 'Europe/Zurich', meetings: [bolivia] },
    },
    '/api/v1/programme/preview': {
      rooms: [{ id: 'xxvii', meetings: [bolivia] }],
      faults: [],
      remarks: [],
      plates: [
        change('added', 'National CSO: labour', { name: 'withheld_too' }),
        change('renamed', 'National CSO: youth and students', {
          formerTitle: 'National CSO: youth',
        }),
        change('stays', long, { name: 'stays_erased' }),
        change('added', 'National CSO: media and press', { name: 'not_taken' }),
        change('removed', 'National CSO: media', {
          standing: 'STANDING_ABSENT',
          absenceReason: 'Stopped at the airport',
        }),
        change('heard', 'NHRI'),
        change('hidden', 'International CSO: disappearances'),
      ],
    },
  };
}

async function desk(hiddenNames: object[] = [], lang = 'en'): Promise<ScriptedScreen> {
  const screen = await ScriptedScreen.open(browser, rooms.speaking!, () => T0, {
    width: 1366,
    height: 900,
    path: '/secretariat/',
    role: Role.SECRETARIAT,
    address: `lang=${lang}`,
    answers: answers(hiddenNames),
  });
  screen.accepted = [];
  return screen;
}

async function names(screen: ScriptedScreen): Promise<void> {
  const { page } = screen;
  await page.getByRole('button', { name: 'Names' }).click();
  await page.getByRole('combobox', { name: 'Meeting' }).selectOption('bolivia');
}

test('a name that stands there is corrected, and only where there is none it is entered', async () => {
  const screen = await desk([
    { meetingId: 'bolivia', delegationId: 'youth', erased: false, person: 1 },
  ]);
  const { page } = screen;
  await names(screen);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('Correct the name: National CSO: media').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Speaker’s name').fill('Somebody Else');
  await picture(page, 'secretariat-correct-name');
  await dialog.getByRole('button', { name: 'Correct the name' }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(screen.accepted).toMatchObject([
    { case: 'nameSpeaker', value: { delegationId: 'media', name: 'Somebody Else' } },
  ]);
  expect(await page.getByRole('button', { name: /^Enter a name/ }).count()).toBe(0);
  await screen.close();
});

test('withholding a person offers the other plates, and does those that are chosen', async () => {
  const screen = await desk();
  const { page } = screen;
  await names(screen);
  await page.getByRole('button', { name: `Withhold the name: ${long}` }).click();
  const other = page.getByRole('dialog').getByRole('checkbox', { name: 'National CSO: youth' });
  expect(await other.isChecked()).toBe(true);
  await picture(page, 'secretariat-withhold-several');
  await page.getByRole('dialog').getByRole('button', { name: 'Withhold' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(screen.accepted).toMatchObject([
    { case: 'withholdName', value: { meetingId: 'bolivia', delegationId: 'youth' } },
    { case: 'withholdName', value: { meetingId: 'bolivia', delegationId: 'prisons' } },
  ]);
  expect(screen.faults).toEqual([]);
  await screen.close();
});

test('erasing offers the plates where the same name is withheld, and leaves out what is not chosen', async () => {
  const hidden = ['prisons', 'youth'].map((delegationId) => ({
    meetingId: 'bolivia',
    delegationId,
    erased: false,
    person: 1,
  }));
  const screen = await desk(hidden);
  const { page } = screen;
  await names(screen);
  await page.getByRole('button', { name: 'Erase the name: National CSO: youth' }).click();
  await page.getByRole('dialog').getByRole('checkbox').uncheck();
  await page.getByRole('dialog').getByRole('textbox').fill('national');
  await page.getByRole('dialog').getByRole('button', { name: 'Erase for good' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(screen.accepted).toMatchObject([
    { case: 'eraseName', value: { meetingId: 'bolivia', delegationId: 'youth' } },
  ]);
  await screen.close();
});

for (const lang of ['en', 'ar'])
  test(`${lang}: the preview of a file says what it does to plates, names and absences`, async () => {
    const screen = await desk([], lang);
    const { page } = screen;
    await page.keyboard.press('2');
    await page.getByText(lang === 'en' ? 'Import' : 'استيراد', { exact: true }).click();
    const buffer = Buffer.from('a sheet');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'round.csv', mimeType: 'text/csv', buffer });
    const changes = page.locator('td ul');
    await changes.waitFor();
    await picture(page, `secretariat-import-plates-${lang}`);
    if (lang === 'en')
      expect((await changes.innerText()).split('\n').filter(Boolean)).toEqual([
        'Added National CSO: labour',
        'This speaker’s name is withheld at another plate, so it is withheld here.',
        'New title National CSO: youth and students',
        'Before: National CSO: youth',
        `Stays ${long}`,
        'The speaker’s name stays erased.',
        'Added National CSO: media and press',
        'The speaker’s name is left out: it may be one that was erased. Enter it under Names.',
        'Removed National CSO: media',
        'Its absence goes with it: Stopped at the airport',
        'Its place on the list and its speaker’s name leave the screens.',
        'Stays NHRI',
        'The file lacks it, but it has had its turn or is having it.',
        'Stays International CSO: disappearances',
        'The file lacks it, but its name is withheld or erased and the meeting is open.',
      ]);
    expect(screen.faults).toEqual([]);
    await screen.close();
  });
