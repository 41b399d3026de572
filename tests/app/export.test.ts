// `rostrum export` of the replayed round: the figures that UPR Info published.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

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
  const lines = (await exported('figures')).split('\r\n');
  assert.deepEqual(lines.slice(0, 14), [
    'scope,"Room XXVII"',
    'meetings,12',
    'definition.nhri,inside',
    'definition.read_by,counted',
    '',
    'figure,value',
    'csos_took_floor,58',
    'represented_by_women,30',
    'national_csos,39',
    'nhris,3',
    'missions,68',
    'missions_share_percent,35',
    'surs_attended,7',
    'plates_absent,2',
  ]);
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
  assert.equal(await answer.text(), await exported('figures', ...args.slice(2)));
});

test('one meeting can be exported: its figures and its record', async () => {
  const figures = await exported('figures', '--meeting', 'cuba');
  assert.match(figures, /^scope,"Cuba"\r\nmeetings,1\r\n/);
  assert.match(figures, /^csos_took_floor,4\r\n/m);
  assert.match(figures, /^plates_absent,2\r\n/m);

  const record = await exported('record', '--meeting', 'cuba', '--room', 'xxvii');
  const [turns, acts] = record.split('\r\n\r\n').map((part) => part.trim().split('\r\n'));
  const kind = 'INSCRIPTION_KIND_PANEL_STATEMENT';
  const expression = '"National CSO: freedom of expression"';
  const association = '"National CSO: freedom of association"';
  assert.deepEqual(turns?.slice(0, 4), [
    'room,meeting,from,to,kind,plate,spoken_s,silence,ruling,ruling_text',
    'xxvii,"cuba",2018-04-11T07:30:30.000Z,2018-04-11T07:32:20.000Z,INSCRIPTION_KIND_SUR_STATEMENT,"Cuba",110,no,,""',
    `xxvii,"cuba",2018-04-11T07:32:20.000Z,2018-04-11T07:38:10.000Z,${kind},${expression},350,no,,""`,
    `xxvii,"cuba",2018-04-11T07:38:10.000Z,2018-04-11T07:38:40.000Z,${kind},${association},0,yes,,""`,
  ]);
  assert.equal(turns?.length, 14);
  assert.match(
    acts?.at(-1) ?? '',
    /^xxvii,\d+,2018-04-11T\S+Z,chair,"Chair's tablet",ACT_KIND_CLOSE_MEETING,"cuba",""$/,
  );
  assert.ok(!record.includes('azerbaijan'));
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
  assert.match(figures.out, /^scope,"All rooms"\r\nmeetings,0\r\n/);
  const { out } = await rostrum(['export', 'record', '--data', two]);
  assert.match(out, /^xx,1,.*\r\nxxvii,1,/m);
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
  assert.match(await refused('--data', data), /^2 /);
});
