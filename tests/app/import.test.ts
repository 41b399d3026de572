// Imports a programme from a spreadsheet, as an operator does.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

const sheet =
  'Date;Début;Fin;État;Panéliste;Catégorie;Minutes;Notes\n' +
  '11.04.2018;09:00;10:00;Cuba;OSC nationale : médias;OSC nationale;6;\n' +
  ';;;;INDH;INDH;5:30;\n';

test('import shows the programme, and writes it for serve', async (t) => {
  const folder = dataFolder(t);
  const csv = join(folder, 'round.csv');
  const json = join(folder, 'round.json');
  writeFileSync(csv, sheet);
  const room = ['--room', 'xx', '--room-name', 'Room XX'];
  assert.deepEqual(await rostrum(['import', csv, ...room, '--output', json]), {
    code: 0,
    out:
      'Room XX (xx), Europe/Zurich\n' +
      '  2018-04-11  09:00 to 10:00  Cuba (2:00)\n' +
      '     6:00  national CSO      OSC nationale : médias\n' +
      '     5:30  NHRI              INDH\n',
    err: `Note: Column H (Notes) is not known and was left out.\nWritten to ${json}.\n`,
  });
  const written = JSON.parse(readFileSync(json, 'utf8')) as { title: string };
  assert.equal(written.title, 'round');
  assert.equal((await rostrum(['import', json])).code, 0);
  const server = await Serving.start(t, join(folder, 'data'), '--programme', json);
  assert.match(server.out, /^Room XX: /m);
});

test('serve accepts a sheet that names its room', async (t) => {
  const folder = dataFolder(t);
  const csv = join(folder, 'round.csv');
  writeFileSync(csv, 'Room,State,Start,Panellist,Kind\nXXIII,CU,2018-04-11 09:00,One,national\n');
  const server = await Serving.start(t, join(folder, 'data'), '--programme', csv);
  assert.match(server.out, /^XXIII: /m);
});

test('every fault is reported by its row, nothing is written, and the exit code is 4', async (t) => {
  const folder = dataFolder(t);
  const csv = join(folder, 'round.csv');
  const json = join(folder, 'round.json');
  writeFileSync(csv, sheet.replace('Cuba', 'Atlantis').replace('5:30', '8'));
  const { code, err } = await rostrum(['import', csv, '--room', 'xx', '--output', json]);
  assert.equal(code, 4);
  assert.equal(
    err,
    'Note: Column H (Notes) is not known and was left out.\n' +
      `rostrum: ${csv} was rejected: it has 2 faults.\n` +
      '  row 2, column D (État): No State has this name. Write its ISO code, such as CU, or ' +
      'its name in a language of the United Nations.\n' +
      '  row 3, column G (Minutes): The time allotted here is 5:00 to 7:00 minutes.\n',
  );
  assert.throws(() => readFileSync(json));
});

test('an invalid room or time zone is an error of the command line', async () => {
  assert.equal((await rostrum(['import', 'a.csv', '--room', 'Room XX'])).code, 2);
  assert.equal((await rostrum(['import', 'a.csv', '--room-name', 'Room XX'])).code, 2);
  assert.equal((await rostrum(['import', 'a.csv', '--time-zone', 'Europe/Atlantis'])).code, 2);
  assert.equal((await rostrum(['import', '/nowhere/a.csv'])).code, 4);
});
