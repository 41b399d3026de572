// One import is one act: all of a file, or nothing of it.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

const states = ['DZ', 'BH', 'BR', 'CU', 'DE', 'EC', 'FI', 'GH', 'IN', 'ID', 'MA', 'NL', 'PL', 'ZA'];
const subject = 'rights of everybody everywhere; '.repeat(11);

/** Fourteen meetings with panels of ten and long subjects, an hour each, from this hour on. */
function round(firstHour: number): string {
  const rows = states.flatMap((state, i) => {
    const day = `2027-04-${String(5 + Math.floor(i / 5)).padStart(2, '0')}`;
    const start = `${String(firstHour + (i % 5)).padStart(2, '0')}:00`;
    return Array.from({ length: 10 }, (_, k) =>
      k === 0
        ? `${day},${start},${state},CSO ${k},national,${subject}`
        : `,,,CSO ${k},national,${subject}`,
    );
  });
  return ['Date,Start,State,Panellist,Kind,Subject', ...rows, ''].join('\n');
}

interface Meeting {
  id: string;
  startsAt: string;
  panel: { title: string }[];
}

async function desk(t: Parameters<typeof dataFolder>[0]) {
  const folder = dataFolder(t);
  const first = join(folder, 'first.csv');
  writeFileSync(
    first,
    'Room,Date,Start,State,Panellist,Kind\nXXVII,2027-03-01,09:00,FR,One,national\n',
  );
  const server = await Serving.start(t, join(folder, 'data'), '--programme', first);
  const token = server.token('Secretariat');
  const programme = async () => {
    const answer = await server.get('/api/v1/rooms/xxvii/programme', token);
    return ((await answer.json()) as { room: { meetings: Meeting[] } }).room.meetings;
  };
  const preview = async (content: string, query = '', name = 'round.csv') => {
    const answer = await fetch(`${server.origin}/api/v1/programme/preview${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'rostrum-file-name': name },
      body: content,
    });
    return (await answer.json()) as {
      meetings: Meeting[];
      faults: { code: string; particulars: object }[];
      dates: object[];
    };
  };
  const plan = (id: string, meetings: Meeting[]) =>
    server.command(token, { id, planMeetings: { meetings } });
  return { server, programme, preview, plan };
}

test('a round that is larger than a message moves by an hour in one act', async (t) => {
  const { programme, preview, plan } = await desk(t);
  const read = await preview(round(9));
  assert.deepEqual(read.faults, []);
  assert.ok(JSON.stringify(read.meetings).length > 64 * 1024);
  const planned = await plan('import-1', read.meetings);
  assert.equal(planned.status, 200);
  const { revision } = (await planned.json()) as { revision: string };
  assert.equal((await programme()).length, 15);

  const later = await plan('import-2', (await preview(round(10))).meetings);
  assert.equal(later.status, 200, await later.clone().text());
  assert.equal(
    ((await later.json()) as { revision: string }).revision,
    String(Number(revision) + 1),
  );
  const starts = (await programme()).map(({ startsAt }) => startsAt);
  assert.equal(starts[1], '2027-04-05T08:00:00Z');
  assert.equal(starts.length, 15);
});

test('a file of which one meeting cannot be taken changes nothing', async (t) => {
  const { programme, preview, plan } = await desk(t);
  const { meetings } = await preview(round(9));
  const last = meetings.at(-1)!;
  last.startsAt = meetings.at(-2)!.startsAt;
  const refused = await plan('import-1', meetings);
  assert.equal(refused.status, 400);
  const { reason, particulars } = (await refused.json()) as {
    reason: string;
    particulars: { name: string; value: string }[];
  };
  assert.equal(reason, 'meeting_overlaps');
  assert.deepEqual(particulars.at(-1), { name: 'state', value: 'ZA' });
  assert.equal((await programme()).length, 1);
});

test('dates that can be read two ways are shown both ways, and read as the user says', async (t) => {
  const { preview } = await desk(t);
  const csv = 'Date,Start,State,Panellist,Kind\n4/5/2027,9 AM,CU,One,national\n';
  const asked = await preview(csv);
  assert.equal(asked.faults[0]?.code, 'date_two_ways');
  assert.deepEqual(asked.dates, [
    { row: 2, text: '4/5/2027', dayFirst: '2027-05-04', monthFirst: '2027-04-05' },
  ]);
  const first = async (order: string) =>
    (await preview(csv, `?dates=${order}`)).meetings[0]?.startsAt;
  assert.equal(await first('day-first'), '2027-05-04T07:00:00Z');
  assert.equal(await first('month-first'), '2027-04-05T07:00:00Z');
});

test('the page’s own JSON is read again, also with a statement read by another', async (t) => {
  const { server, preview, plan } = await desk(t);
  const { meetings } = await preview(
    'Date,Start,State,Panellist,Kind\n2027-04-05,09:00,CU,One,national\n,,,Two,national\n',
  );
  assert.equal((await plan('import-1', meetings)).status, 200);
  const token = server.token('Secretariat');
  const does = async (id: string, act: object) => {
    const answer = await server.command(token, { id, ...act });
    assert.equal(answer.status, 200, await answer.text());
  };
  await does('announce-1', { announceMeeting: { meetingId: 'cuba' } });
  const answer = await server.get('/api/v1/rooms/xxvii/programme', token);
  const { room } = (await answer.json()) as { room: { meetings: { panel: { id: string }[] }[] } };
  const [one, two] = room.meetings[1]!.panel.map(({ id }) => id);
  await does('read-by-1', { haveStatementRead: { delegationId: one, readerDelegationId: two } });

  const exported = (await (await server.get('/api/v1/rooms/xxvii/programme', token)).json()) as {
    room: object;
  };
  const body = JSON.stringify({ rooms: [exported.room] });
  assert.match(body, /STANDING_READ_BY/);
  assert.deepEqual((await preview(body, '', 'round.json')).faults, []);
});

test('import shows what steers a terminal as its code', async (t) => {
  const csv = join(dataFolder(t), 'round.csv');
  writeFileSync(
    csv,
    'Date,Start,State,Panellist,Kind,\u001b[31mred\n' +
      '2027-04-05,09:00,CU,One\u001b]0;owned\u0007 \u202etwo,national,\n' +
      'Coffee \u001b[2J,,,,,\n',
  );
  const { out, err } = await rostrum(['import', csv, '--room', 'xx']);
  assert.match(out, /One<1B>\]0;owned<07> <202E>two/);
  assert.match(err, /Column F \(<1B>\[31mred\)/);
  assert.match(err, /Coffee <1B>\[2J/);
  assert.doesNotMatch(out + err, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
});

test('import asks how dates are meant, and takes the answer', async (t) => {
  const csv = join(dataFolder(t), 'round.csv');
  writeFileSync(csv, 'Date,Start,State,Panellist,Kind\n4/5/2027,09:00,CU,One,national\n');
  const asked = await rostrum(['import', csv, '--room', 'xx']);
  assert.equal(asked.code, 4);
  assert.match(asked.err, /4\/5\/2027 can be 2027-05-04 or 2027-04-05: say which/);
  const read = await rostrum(['import', csv, '--room', 'xx', '--dates', 'month-first']);
  assert.equal(read.code, 0);
  assert.match(read.out, /2027-04-05 {2}09:00 to 10:00/);
});
