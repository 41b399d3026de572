// What the secretariat sees of a programme file before it is taken over: how its dates are meant, years,
// minutes, speakers and presence, what was left out, and faults in the user's language.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch, picture } from '../e2e/browser.ts';
import { T0, rooms } from './rooms.ts';
import { ScriptedScreen } from './scripted_screen.ts';
import { Role } from '$proto/table_pb';

let browser: Browser;
beforeAll(async () => (browser = await launch()));
afterAll(() => browser.close());

const long =
  'Coalition of associations for the protection of persons deprived of their liberty and of their ' +
  'families in the northern and eastern provinces';

const plate = (id: string, title: string, more: object = {}) => ({
  id,
  kind: 'DELEGATION_KIND_NATIONAL_CSO',
  title,
  speakerName: '',
  subject: '',
  allottedS: 300,
  standing: 'STANDING_UNSPECIFIED',
  absenceReason: '',
  representedBy: 'REPRESENTED_BY_UNSPECIFIED',
  ...more,
});
const meeting = (id: string, code: string, from: string, to: string, surStatementS: number) => ({
  id,
  state: { code, name: code },
  startsAt: `2027-04-0${from}:00Z`,
  endsAt: `2027-04-0${to}:00Z`,
  surStatementS,
  panel: [
    plate(`${id}-1`, long, { allottedS: 330, speakerName: 'Aleksandra Wiśniewska-Kowalczyk' }),
    plate(`${id}-2`, 'National CSO: media', {
      standing: 'STANDING_ABSENT',
      absenceReason: 'Stopped at the airport',
    }),
    plate(`${id}-3`, 'NHRI', { kind: 'DELEGATION_KIND_NHRI', standing: 'STANDING_EXPECTED' }),
  ],
});
const meetings = [
  meeting('bolivia', 'BO', '5T07:00', '5T08:00', 120),
  meeting('fiji', 'FJ', '5T21:30', '5T22:30', 0),
];

const finding = (row: number, code: string, reason: string, particulars: object = {}) => ({
  row,
  column: '',
  heading: '',
  code,
  reason,
  particulars: Object.entries(particulars).map(([name, value]) => ({ name, value: String(value) })),
});
const remarks = [
  finding(7, 'row_left_out', 'As in English', { text: 'Coffee' }),
  finding(0, 'rows_hidden', 'As in English', { rows: '5, 8' }),
];
const standing = {
  meetingId: 'bolivia',
  plateId: 'bolivia-2',
  fate: 'stays',
  title: 'National CSO: media',
  formerTitle: '',
  name: 'unchanged',
  standing: 'STANDING_PRESENT',
  absenceReason: '',
  standsOtherwise: true,
};
const preview = { rooms: [{ id: 'xxvii', meetings }], faults: [], plates: [standing], remarks };

const two = (day: number) => ({
  row: day,
  text: `4/${day}/2027`,
  dayFirst: `2027-0${day}-04`,
  monthFirst: `2027-04-0${day}`,
});
const asked = {
  ...preview,
  plates: [],
  faults: [finding(2, 'date_two_ways', 'As in English')],
  dates: [two(5), two(6), two(7)],
};
const faulty = {
  ...preview,
  plates: [],
  rooms: [
    {
      id: 'xxvii',
      meetings: [
        { ...meetings[0], startsAt: '1970-01-01T00:00:00Z', endsAt: '1970-01-01T00:00:00Z' },
      ],
    },
  ],
  faults: [
    {
      ...finding(3, 'time_limits', 'As in English', { shortest: '5:00', longest: '7:00' }),
      column: 'G',
      heading: 'Minutes',
    },
    { ...finding(5, 'unknown_state', 'As in English'), column: 'D', heading: 'State' },
  ],
};

async function desk(answer: object, lang: string, width = 1366): Promise<ScriptedScreen> {
  const answers: Record<string, unknown> = {
    '/api/v1/rooms/xxvii/programme': {
      programmeRevision: '1',
      hiddenNames: [],
      room: { id: 'xxvii', name: 'Room XXVII', timeZone: 'Europe/Zurich', meetings: [] },
    },
    '/api/v1/programme/preview': answer,
  };
  const screen = await ScriptedScreen.open(browser, rooms.speaking!, () => T0, {
    width,
    height: 900,
    path: '/secretariat/',
    role: Role.SECRETARIAT,
    address: `lang=${lang}`,
    answers,
  });
  screen.accepted = [];
  await screen.page.keyboard.press('2');
  await screen.page
    .getByText({ en: 'Import', ar: 'استيراد', ru: 'Загрузить' }[lang]!, { exact: true })
    .click();
  await screen.page
    .locator('input[type=file]')
    .setInputFiles({ name: 'round.csv', mimeType: 'text/csv', buffer: Buffer.from('a sheet') });
  return screen;
}

for (const lang of ['en', 'ar'])
  test(`${lang}: dates that can be read two ways are shown both ways, and the user says which`, async () => {
    const screen = await desk(asked, lang);
    const { page } = screen;
    const question = page.locator('section[aria-labelledby=ask-dates]');
    await question.waitFor();
    await picture(page, `secretariat-import-dates-${lang}`);
    // Nothing can be taken over before.
    expect(await page.locator('button.primary').count()).toBe(0);
    const requested = page.waitForRequest(/preview\?dates=month-first/);
    await question.getByRole('button').nth(1).click();
    await requested;
    if (lang === 'en')
      expect(await question.locator('tbody tr').first().innerText()).toBe(
        '5\t4/5/2027\tTuesday, 4 May 2027\tMonday, 5 April 2027',
      );
    expect(screen.faults).toEqual([]);
    await screen.close();
  });

for (const [lang, width] of [
  ['en', 1366],
  ['ar', 1366],
  ['en', 820],
] as const)
  test(`${lang}, ${width}: the preview shows years, minutes, speakers, presence and what was left out`, async () => {
    const screen = await desk(preview, lang, width);
    const { page } = screen;
    await page.locator('td').first().waitFor();
    await picture(page, `secretariat-import-preview-${lang}-${width}`);
    if (lang === 'en') {
      const row = await page.locator('tbody tr').first().innerText();
      for (const shown of [
        'Bolivia (Plurinational State of)\n2:00',
        'Monday, 5 April 2027\n09:00–10:00',
        '5:30',
        `${long}\nNational CSO Aleksandra Wiśniewska-Kowalczyk`,
        'National CSO: media\nNational CSO\nAbsent: Stopped at the airport',
        'NHRI\nNational human rights institution\nExpected',
        'Stays National CSO: media\nIts presence is taken from the file. Before: Present',
      ])
        expect(row.replaceAll('\u2002', ' ').replace(/ +/g, ' ').replace(/\n+/g, '\n')).toContain(
          shown,
        );
      await page.getByText('No statement of the State').waitFor();
      await page.getByText('This row is a note and was left out: Coffee').waitFor();
    }
    expect(screen.faults).toEqual([]);
    await screen.close();
  });

test('faults are sentences in the user’s language, and a faulty row has no year 1970', async () => {
  const screen = await desk(faulty, 'ru');
  const { page } = screen;
  await page.getByText('Здесь отводится от 5:00 до 7:00 мин.').waitFor();
  await picture(page, 'secretariat-import-faults-ru');
  expect(await page.locator('body').innerText()).not.toMatch(/1970|As in English/);
  expect(screen.faults).toEqual([]);
  await screen.close();
});
