// The record of a meeting in which everything happens: page, CSV, XLSX, DOCX and PDF have the same rows.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { dataFolder, program } from './rostrum.ts';
import { holdMeeting, long } from './whole_meeting.ts';

type Row = string[];

function exportedTo(t: TestContext, data: string, format: string, language = 'en'): string {
  const file = join(dataFolder(t), `record.${format}`);
  const args = ['export', 'record', '--data', data, '--format', format, '--language', language];
  writeFileSync(file, execFileSync(program, args));
  return file;
}

/** The rows of a CSV: cells in quotes or without, and quotes doubled. */
function rowsOf(csv: string): Row[] {
  const rows: Row[] = [[]];
  for (const [, quoted, bare = '', end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g,
  )) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ',') rows.push([]);
  }
  return rows;
}

/** The rows of the first table of a sheet, as texts show them: without room and meeting, lengths as 1:50. */
function floorOf(csv: string): Row[] {
  const rows = rowsOf(csv);
  const from = rows.findIndex(([first, second]) => first === 'Room' && second === 'Meeting');
  const to = rows.findIndex(([first], at) => at > from && !first);
  return rows
    .slice(from, to < 0 ? undefined : to)
    .map((row) => row.slice(2, 9).map((cell) => cell.replace(/^0:(?:0(?=\d:))?(?=\d+:\d\d$)/, '')));
}

interface Node {
  t?: string;
  c?: unknown;
}

/** The texts of the first table in a document, by pandoc. */
function tableOfDocx(file: string): Row[] {
  const { blocks } = JSON.parse(
    execFileSync('pandoc', ['--to', 'json', file], { encoding: 'utf8' }),
  ) as { blocks: Node[] };
  const textOf = (node: unknown): string => {
    if (Array.isArray(node)) return node.map(textOf).join('');
    if (typeof node !== 'object' || node === null) return '';
    const { t: kind, c } = node as Node;
    if (kind === 'Str') return String(c);
    return kind === 'Space' || kind === 'SoftBreak' ? ' ' : textOf(c);
  };
  const [, , , [, head], bodies] = blocks.find(({ t: kind }) => kind === 'Table')!.c as [
    unknown,
    unknown,
    unknown,
    [unknown, unknown[][]],
    [unknown, unknown, unknown, unknown[][]][],
  ];
  return [...head, ...bodies.flatMap(([, , , rows]) => rows)].map((row) =>
    (row[1] as unknown[]).map(textOf),
  );
}

/** The table of a PDF by where its words stand: a row begins where its first column has a day. */
function tableOfPdf(file: string): Row[] {
  const html = execFileSync('pdftotext', ['-bbox', file, '-'], { encoding: 'utf8' });
  const rows: Row[] = [];
  for (const page of html.split('<page ').slice(1)) {
    const words = [...page.matchAll(/xMin="(.*?)" yMin="(.*?)" xMax=".*?" yMax=".*?">(.*?)</g)].map(
      ([, x, y, text]) => ({
        x: Number(x),
        y: Math.round(Number(y)),
        text: text!.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      }),
    );
    const head = words.find(({ text }) => text === 'From')!.y;
    const titles = words.filter(({ y }) => y === head);
    const starts = ['From', 'To', 'Plate', 'Speaker’s', 'Kind', 'Details'].map(
      (title) => titles.find(({ text }) => text === title)!.x,
    );
    // Digits under digits: the last column begins where its head does, at the earliest.
    starts.push(titles.find(({ text }) => text === 'Spoken')!.x);
    const foot = Math.max(...words.map(({ y }) => y));
    const inTable = words
      .filter(({ y }) => y >= head && y !== foot)
      .sort((one, other) => one.y - other.y || one.x - other.x);
    for (const { x, text } of inTable) {
      const column = starts.findLastIndex((start) => x >= start - 1);
      if (column === 0 && /^(From|\d{4}-.*)$/.test(text)) rows.push(Array<string>(7).fill(''));
      rows.at(-1)![column] += text;
    }
  }
  // Each page repeats the head.
  return rows.filter(([first], at) => at === 0 || first !== 'From');
}

const withoutSpaces = (rows: Row[]) =>
  rows.map((row) => row.map((cell) => cell.replace(/\s/g, '')));

test('every format of a record has the same rows, whatever happened', async (t) => {
  const { server, data } = await holdMeeting(t);
  const csv = readFileSync(exportedTo(t, data, 'csv'), 'utf8');
  const floor = floorOf(csv);
  const times = floor.slice(1).map(([from]) => from!);
  assert.deepEqual(times, [...times].sort(), 'the rows are in their order');
  assert.ok(times.every((time) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(time)));
  const [shown, erased] = [long, 'Erased'];
  const passed = floor.find((row) => row[2] === 'Brazil')![5]!.match(/[12]:\d\d/)![0];
  const resumes = floor.find((row) => row[4] === 'Meeting suspended')![5]!.slice(-5);
  assert.deepEqual(
    floor.map(([, to, plate, name, kind, details, spoken]) => [
      to && 'To',
      plate,
      name,
      kind,
      details,
      spoken && 'Spoken',
    ]),
    [
      ['To', 'Plate', 'Speaker’s name', 'Kind', 'Details', 'Spoken'],
      ['', '', '', 'Meeting opened', '', ''],
      ['', 'Cuba', '', 'State under Review: declined', '', ''],
      ['To', shown, 'Ada Shown', 'Panel statement', '', 'Spoken'],
      ['', '', '', 'Meeting suspended', `to resume at ${resumes}`, ''],
      ['', '', '', 'Meeting resumed', '', ''],
      [
        '',
        'Passed over',
        '',
        'Panel statement: empty chair, passed over',
        'Absent: Prevented from travelling',
        '',
      ],
      ['To', 'Withheld', '', 'Panel statement', '', 'Spoken'],
      ['To', erased, '', 'Panel statement', '', 'Spoken'],
      ['', 'No "silence", no speech', '', 'Panel statement: empty chair, no silence held', '', ''],
      ['To', 'Silence', '', 'Silence for an empty chair', '', ''],
      ['To', 'Read', 'Ada Shown', 'Panel statement', `Read by another: ${long}`, 'Spoken'],
      [
        'To',
        'Brazil',
        '',
        'Question from the floor',
        `Addressed to: ${long}; ${erased} · passed ${passed} on to Norway`,
        'Spoken',
      ],
      ['To', 'Norway', '', 'Question from the floor', `received ${passed} from Brazil`, 'Spoken'],
      ['To', 'Cuba', '', 'Point of order', 'Ruling: rejected. It is no point of order.', 'Spoken'],
      ['To', 'Norway', '', 'Question from the floor', '', 'Spoken'],
      ['To', shown, 'Ada Shown', 'Answer', '', 'Spoken'],
      [
        '',
        'Passed over',
        '',
        'Panel statement: not called before the closing',
        'Absent: Prevented from travelling',
        '',
      ],
      ['', 'Chile', '', 'Question from the floor: not called before the closing', '', ''],
      ['', '', '', 'Meeting closed', '', ''],
    ],
  );

  await t.test('the page', async () => {
    const answer = await server.get(
      '/api/v1/rooms/xxvii/record?format=document',
      server.token('Secretariat'),
    );
    const { tables } = (await answer.json()) as { tables: { columns: Row; rows: Row[] }[] };
    assert.deepEqual([tables[0]!.columns, ...tables[0]!.rows], floor);
    const acts = tables[1]!;
    const about = (what: string) => acts.rows.find((row) => row[2] === what)?.[3];
    assert.equal(about('Floor requested'), 'Ghana', 'a phone that waits to be allowed');
    assert.equal(
      acts.rows.length,
      rowsOf(csv).filter(([room, no]) => room === 'XXVII' && /^\d+$/.test(no!)).length,
    );
  });

  await t.test('XLSX, by LibreOffice', () => {
    const file = exportedTo(t, data, 'xlsx');
    execFileSync('soffice', [
      `-env:UserInstallation=file://${dataFolder(t)}/profile`,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true',
      '--outdir',
      join(file, '..'),
      file,
    ]);
    assert.deepEqual(floorOf(readFileSync(file.replace('.xlsx', '.csv'), 'utf8')), floor);
  });

  await t.test('DOCX, by pandoc', () => {
    assert.deepEqual(tableOfDocx(exportedTo(t, data, 'docx')), floor);
  });

  await t.test('PDF, by pdftotext', () => {
    assert.deepEqual(withoutSpaces(tableOfPdf(exportedTo(t, data, 'pdf'))), withoutSpaces(floor));
  });

  await t.test('no name that is withheld or erased is in any of them, in any language', () => {
    for (const language of ['en', 'fr', 'es', 'ar', 'ru', 'zh'])
      for (const format of ['csv', 'json'])
        assert.doesNotMatch(
          readFileSync(exportedTo(t, data, format, language), 'utf8'),
          /Bo W|Cy E/,
        );
    const pdf = execFileSync('pdftotext', [exportedTo(t, data, 'pdf'), '-'], { encoding: 'utf8' });
    const docx = execFileSync('pandoc', ['--to', 'plain', exportedTo(t, data, 'docx')], {
      encoding: 'utf8',
    });
    assert.match(pdf + docx, /Ada\s+Shown[^]*Ada\s+Shown/);
    assert.doesNotMatch(pdf + docx, /Bo\s+W|Cy\s+E/);
  });

  await t.test('other languages name the States, and have the same rows', () => {
    const french = floorOf(
      readFileSync(exportedTo(t, data, 'csv', 'fr'), 'utf8').replace(
        '"Salle","Séance"',
        '"Room","Meeting"',
      ),
    );
    assert.deepEqual(
      french.map(([from, to]) => [from, to]).slice(1),
      floor.map(([from, to]) => [from, to]).slice(1),
    );
    assert.ok(
      french.some((row) => row[2] === 'Norvège' && row[5] === `a reçu ${passed} de Brésil`),
    );
  });
});
