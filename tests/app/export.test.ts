// `rostrum export` of the replayed round: the figures that UPR Info published.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { dataFolder, program, rostrum, Serving } from './rostrum.ts';

const data = mkdtempSync(join(tmpdir(), 'rostrum-replayed-'));
before(() =>
  execFileSync(resolve(process.env.ROSTRUM_REPLAY ?? 'build/release/replay_round'), [data]),
);
after(() => rmSync(data, { recursive: true, force: true }));

/** Returns the output of a successful run. */
async function exported(...args: string[]): Promise<string> {
  const { code, out, err } = await rostrum(['export', ...args, '--data', data]);
  assert.equal(code, 0, err);
  return out;
}

test('the figures of the round match the published ones', async () => {
  const csv = await exported('figures');
  assert.ok(
    csv.startsWith(
      '\ufeff"Facts and figures"\r\n"Figures of","Room XXVII"\r\n"Meetings held","12"\r\n',
    ),
  );
  const figures = [
    ['CSOs that took the floor', '58'],
    ['of them represented by women', '30'],
    ['National CSOs', '39'],
    ['National human rights institutions', '3'],
    ['Permanent Missions that attended', '68'],
    ['Permanent Missions at a meeting, on average', '23.8'],
    ['Share of them at each meeting', '35%'],
    ['States under Review that attended', '7'],
    ['Absent, their plates kept', '2'],
  ];
  const found = csv.split('\r\n').slice(8, 17);
  figures.forEach(([name, value], at) => assert.ok(found[at]?.startsWith(`"${name}",${value},`)));
});

test('other definitions change the figures, also while a server serves the folder', async (t) => {
  const server = await Serving.start(t, data);
  const args = ['--format', 'json', '--nhri', 'beside', '--read-by', 'not_counted'];
  const { definitions, figures } = JSON.parse(await exported('figures', ...args)) as {
    definitions: object;
    figures: { key: string; value: number }[];
  };
  assert.deepEqual(definitions, { nhri: 'beside', read_by: 'not_counted' });
  assert.deepEqual(
    figures.slice(0, 4).map(({ key, value }) => `${key} ${value}`),
    ['csos_took_floor 55', 'represented_by_women 28', 'national_csos 36', 'nhris 3'],
  );
  const query = 'format=csv&nhri=beside&read_by=not_counted';
  const answer = await server.get(
    `/api/v1/rooms/xxvii/figures?${query}`,
    server.token('Secretariat'),
  );
  // text() takes the byte order mark off.
  assert.equal(`\ufeff${await answer.text()}`, await exported('figures', ...args.slice(2)));
});

test('one meeting can be exported: its figures and its record', async () => {
  const figures = await exported('figures', '--meeting', 'cuba');
  assert.match(figures, /^"Figures of","Cuba"\r\n"Meetings held","1"\r\n/m);
  assert.match(figures, /^"CSOs that took the floor",4,/m);
  assert.match(figures, /^"Absent, their plates kept",2,/m);

  const record = await exported('record', '--meeting', 'cuba', '--room', 'xxvii');
  const [facts, turns, acts] = record.split('\r\n\r\n').map((part) => part.trim().split('\r\n'));
  assert.deepEqual(facts?.slice(1), ['"Room","Room XXVII"', '"Meeting","Cuba, 2018-04-11 09:30"']);
  const plate = '"National CSO: freedom of';
  assert.deepEqual(turns?.slice(1, 6), [
    '"Room","Meeting","From","To","Plate","Speaker’s name","Kind","Details","Spoken"',
    '"Room XXVII","Cuba",2018-04-11 09:30:00,"","","","Meeting opened","",""',
    '"Room XXVII","Cuba",2018-04-11 09:30:30,2018-04-11 09:32:20,"Cuba","","State under Review","",0:01:50',
    `"Room XXVII","Cuba",2018-04-11 09:32:20,2018-04-11 09:38:10,${plate} expression","","Panel statement","",0:05:50`,
    `"Room XXVII","Cuba",2018-04-11 09:38:10,2018-04-11 09:38:40,${plate} association","","Silence for an empty chair","Absent: Prevented from travelling",""`,
  ]);
  assert.equal(turns?.length, 17);
  assert.match(
    acts?.[2] ?? '',
    /^"Room XXVII",\d+,2018-04-11 \S+,"Meeting closed","","Cuba","Chair","Chair's tablet"$/,
  );
  assert.ok(!record.includes('Azerbaijan'));
});

/** What a program of other people makes of an exported file. */
function converted(t: TestContext, file: string, ...args: string[]): string {
  const folder = dataFolder(t);
  writeFileSync(join(folder, file), execFileSync(program, ['export', ...args, '--data', data]));
  if (file.endsWith('.docx'))
    return execFileSync('pandoc', ['--to', 'plain', '--columns', '300', join(folder, file)], {
      encoding: 'utf8',
    });
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync('soffice', [
    profile,
    '--headless',
    '--convert-to',
    // Commas, quotes, UTF-8, cells as shown.
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true',
    '--outdir',
    folder,
    join(folder, file),
  ]);
  return readFileSync(join(folder, file.replace('.xlsx', '.csv')), 'utf8');
}

test('LibreOffice reads the workbook as it was meant', (t) => {
  const sheet = converted(t, 'figures.xlsx', 'figures', '--format', 'xlsx', '--language', 'fr');
  assert.match(sheet, /^Faits et chiffres,,$/m);
  assert.match(sheet, /^Missions permanentes présentes,68,/m);
  assert.match(sheet, /^"Missions permanentes par séance, en moyenne",23\.8,/m);
  assert.match(sheet, /^Leur part à chaque séance,35\.0%,/m);
});

test('pandoc reads the record as a text: the speakers as delivered, and a place for summaries', (t) => {
  const text = converted(t, 'record.docx', 'record', '--meeting', 'cuba', '--format', 'docx');
  assert.match(text, /^Course of the meeting$/m);
  // The facts say the meeting and its day.
  assert.match(text, /^ +09:30:30 +09:32:20 +Cuba +State under Review +1:50$/m);
  assert.match(
    text,
    /^Write a summary under each statement, or delete this part\.\n\nCuba, 2018-04-11$/m,
  );
  assert.match(text, /^09:32 National CSO: freedom of expression \(Panel statement\)$/m);
  assert.doesNotMatch(text, /^09:38 .*association/m, 'a silence has no summary');
  assert.ok(!text.includes('Every act'));
});

/** The words of a PDF, page by page, without the characters that keep directions apart. */
function pagesOf(t: TestContext, ...args: string[]): string[] {
  const file = join(dataFolder(t), 'report.pdf');
  writeFileSync(
    file,
    execFileSync(program, ['export', ...args, '--format', 'pdf', '--data', data]),
  );
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  return text.replace(/[\u2066-\u2069]/g, '').split('\f');
}

test('a PDF repeats a table’s head on each page, numbers the pages, and loses no row', async (t) => {
  const pages = pagesOf(t, 'record');
  const table = pages.filter((page) => /^ *Meeting +From +To +Plate/m.test(page));
  assert.ok(table.length > 5);
  pages.slice(0, -1).forEach((page, at) => assert.match(page, new RegExp(`^ +${at + 1}$`, 'm')));
  const rows = table.join('\n').match(/^.*\b2018-04-1\d\b/gm);
  const [, turns] = (await exported('record')).split('\r\n\r\n');
  assert.equal(rows?.length, turns?.match(/^"Room XXVII",/gm)?.length);
  assert.doesNotMatch(pages.join(''), /Summar/, 'there is no writing on a PDF');
});

test('a PDF has the letters of every language', (t) => {
  const first = (what: string, language: string) =>
    pagesOf(t, what, '--language', language)[0] ?? '';
  assert.match(first('figures', 'zh'), /^ *事实与数据$/m);
  assert.match(first('figures', 'ru'), /Данные по: Room XXVII/);
  const arabic = first('run-sheet', 'ar');
  assert.match(arabic.replaceAll(' ', ''), /برنامجسيرالجلسات[^]*حاضر/);
});

test('without a font there is no PDF, and a sentence why', async (t) => {
  const none = join(dataFolder(t), 'none.conf');
  writeFileSync(none, '<?xml version="1.0"?><fontconfig></fontconfig>');
  const { code, out, err } = await rostrum(
    ['export', 'figures', '--format', 'pdf', '--data', data],
    { FONTCONFIG_FILE: none },
  );
  assert.equal(out, '');
  assert.equal(code, 1);
  assert.equal(
    err,
    'rostrum: A PDF needs fonts, and this machine has none. Install fonts-dejavu-core.\n',
  );
});

test('the run sheet has each meeting on a sheet of its own', (t) => {
  const sheet = converted(t, 'sheet.xlsx', 'run-sheet', '--format', 'xlsx', '--meeting', 'cuba');
  assert.match(sheet, /^"Cuba, 2018-04-11, 09:30–10:30",/m);
  assert.match(sheet, /^Time,Plate,Subject,Allotted,Speaker’s name,Presence,Note$/m);
  assert.match(sheet, /^09:32,National CSO: freedom of expression,Freedom of expression,0:06:00,/m);
});

test('an exported programme can be imported again, as JSON and as a sheet', async (t) => {
  for (const format of ['json', 'csv']) {
    const file = join(dataFolder(t), `programme.${format}`);
    writeFileSync(file, await exported('programme', '--format', format));
    const { code, out, err } = await rostrum(['import', file]);
    assert.equal(code, 0, err);
    assert.match(out, /09:30 to 10:30 {2}Cuba \(2:00\)$/m);
    assert.equal(out.match(/\(absent(: .*)?\)$/gm)?.length, 2, readFileSync(file, 'utf8'));
  }
  const one = await exported('programme', '--format', 'json', '--meeting', 'germany');
  assert.equal(one.match(/"surStatementS"/g)?.length, 1);
});

test('without --room all rooms are exported, and a meeting is found in any of them', async (t) => {
  const two = dataFolder(t);
  const file = join(two, 'programme.json');
  const programme = JSON.parse(await exported('programme', '--format', 'json')) as {
    rooms: { id: string }[];
  };
  programme.rooms.push({ ...programme.rooms[0], id: 'xx' });
  writeFileSync(file, JSON.stringify(programme));
  await (await Serving.start(t, two, '--programme', file)).end('SIGTERM');

  const figures = await rostrum(['export', 'figures', '--data', two]);
  assert.match(figures.out, /^"Figures of","All rooms"\r\n"Meetings held","0"\r\n/m);
  const { out } = await rostrum(['export', 'record', '--data', two]);
  assert.equal(out.match(/^"Room XXVII",1,/gm)?.length, 2);
  const { code, err } = await rostrum(['export', 'record', '--data', two, '--meeting', 'cuba']);
  assert.equal(code, 2);
  assert.equal(
    err,
    'rostrum: Several rooms have a meeting `cuba`: name one of them with --room.\n',
  );
});

test('unknown rooms and meetings are refused in a sentence', async (t) => {
  const empty = dataFolder(t);
  const refused = async (...args: string[]) => {
    const { code, out, err } = await rostrum(['export', ...args]);
    assert.equal(out, '');
    return `${code} ${err}`;
  };
  assert.equal(
    await refused('figures', '--data', empty),
    `3 rostrum: The log ${empty}/log.db cannot be used: there is none.\n`,
  );
  assert.equal(
    await refused('record', '--data', data, '--room', 'xx'),
    `2 rostrum: There is no room \`xx\` in ${data}. There are: xxvii.\n`,
  );
  assert.match(
    await refused('programme', '--data', data, '--meeting', 'chad'),
    /^2 rostrum: There is no meeting `chad`\. There are: cuba, azerbaijan, .*, uzbekistan\.\n$/,
  );
  assert.match(await refused('figures', '--data', data, '--nhri', 'maybe'), /^2 .*--nhri/);
  assert.match(await refused('figures', '--data', data, '--format', 'odt'), /^2 .*--format/);
  assert.match(await refused('--data', data), /^2 /);
});
