// Rooms as the secretariat changes them: a meeting moves between rooms, a room is renamed, an empty one begins.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

interface Plate {
  id: string;
  title: string;
  speakerName?: string;
  standing?: string;
}
interface Programme {
  room: { name: string; meetings?: { id: string; panel: Plate[] }[] };
  hiddenNames?: { meetingId: string; delegationId: string; standing: string }[];
  notes?: { note: string }[];
}

const sheet = [
  'Room,Date,Start,State,Panellist,Kind,Speaker,Standing',
  'XXVII,2027-03-01,09:00,FR,Media,national,Ada Example,',
  ',,,,Food,national,Bo Withheld,',
  ',,,,Water,national,Cy Erased,absent',
  'XXVII,2027-03-01,10:00,CU,One,national,Di Example,',
  'XXIV,2027-03-01,15:00,TD,Two,national,Em Example,',
  '',
].join('\n');

async function twoRooms(t: Parameters<typeof dataFolder>[0]) {
  const data = join(dataFolder(t), 'data');
  const file = `${data}.csv`;
  writeFileSync(file, sheet);
  let server = await Serving.start(t, data, '--programme', file);
  const token = (room: string, heading = 'Secretariat') =>
    server.out.match(new RegExp(`^  ${heading} +http\\S+room=${room}&token=(\\S+)$`, 'm'))![1]!;
  let [here, there] = [token('xxvii'), token('xxiv')];
  return {
    data,
    here: () => here,
    there: () => there,
    server: () => server,
    chair: () => token('xxvii', 'Chair'),
    async send(id: string, body: object, room = 'xxvii') {
      const answer = await server.command(room === 'xxvii' ? here : there, { id, ...body }, room);
      return { status: answer.status, ...((await answer.json()) as { detail?: string }) };
    },
    async programme(room: string) {
      const answer = await server.get(
        `/api/v1/rooms/${room}/programme`,
        room === 'xxvii' ? here : there,
      );
      return (await answer.json()) as Programme;
    },
    async restart(signal: 'SIGKILL' | 'SIGTERM') {
      await server.end(signal);
      server = await Serving.start(t, data);
      [here, there] = [token('xxvii'), token('xxiv')];
    },
  };
}

test('a meeting moves to another room with all that it has, for good and without a trace', async (t) => {
  const rooms = await twoRooms(t);
  const before = (await rooms.programme('xxvii')).room.meetings!;
  const [media, food, water] = before.find(({ id }) => id === 'france')!.panel as [
    Plate,
    Plate,
    Plate,
  ];
  const at = (plate: Plate) => ({ meetingId: 'france', delegationId: plate.id });
  for (const [id, body] of Object.entries({
    'note-001': { setNote: { ...at(media), note: 'Speaks Spanish.' } },
    'hide-001': { withholdName: at(food) },
    'hide-002': { withholdName: at(water) },
    'erase-01': { eraseName: at(water) },
  }))
    assert.equal((await rooms.send(id, body)).status, 200);

  const move = { moveToRoom: { meetingId: 'france', roomId: 'xxiv' } };
  assert.equal((await rooms.send('move-001', move)).status, 200);
  await rooms.restart('SIGKILL');

  const left = await rooms.programme('xxvii');
  assert.deepEqual(
    left.room.meetings!.map(({ id }) => id),
    ['cuba'],
  );
  const come = await rooms.programme('xxiv');
  assert.deepEqual(
    come.room.meetings!.map(({ id }) => id),
    ['france', 'chad'],
  );
  const france = come.room.meetings![0]!;
  assert.deepEqual(
    france.panel.map(({ title, speakerName, standing }) => [title, speakerName ?? '', standing]),
    [
      ['Media', 'Ada Example', 'STANDING_PRESENT'],
      ['Food', '', 'STANDING_PRESENT'],
      ['Water', '', 'STANDING_ABSENT'],
    ],
  );
  assert.equal(come.notes![0]!.note, 'Speaks Spanish.');
  assert.equal(come.hiddenNames!.length, 2);
  const again = await rooms.send('name-001', { nameSpeaker: { ...at(water), name: 'Cy' } }, 'xxiv');
  assert.equal(again.status, 409, JSON.stringify(again));

  // What was withheld can be erased where it is now, and then no byte of it is left anywhere.
  assert.equal((await rooms.send('erase-02', { eraseName: at(food) }, 'xxiv')).status, 200);
  await rooms.server().end('SIGTERM');
  const { readFileSync } = await import('node:fs');
  const bytes = readFileSync(join(rooms.data, 'log.db'), 'latin1');
  assert.ok(bytes.includes('Ada Example'));
  assert.ok(!bytes.includes('Bo Withheld'));
  assert.ok(!bytes.includes('Cy Erased'));
  const verified = await rostrum(['verify', '--data', rooms.data]);
  assert.equal(verified.code, 0, verified.out + verified.err);
});

test('an open meeting, a closed one and one that does not fit stay in their room, and say why', async (t) => {
  const rooms = await twoRooms(t);
  const move = (id: string, meetingId: string, roomId = 'xxiv') =>
    rooms.send(id, { moveToRoom: { meetingId, roomId } });
  assert.equal((await rooms.send('open-001', { openMeeting: { meetingId: 'cuba' } })).status, 200);
  const opened = await move('move-001', 'cuba');
  assert.equal(opened.status, 409);
  assert.equal(opened.detail, 'A meeting that has been opened stays in its room.');
  assert.equal((await rooms.send('shut-001', { closeMeeting: { meetingId: 'cuba' } })).status, 200);
  assert.equal((await move('move-002', 'cuba')).detail, opened.detail);
  assert.equal((await move('move-003', 'france', 'xx')).detail, 'There is no such room here.');
  const foreign = await rooms.server().command(rooms.there(), {
    id: 'move-004',
    moveToRoom: { meetingId: 'france', roomId: 'xxiv' },
  });
  assert.equal(foreign.status, 403, 'the secretariat of another room takes nothing');
  const chair = await rooms.server().command(rooms.chair(), {
    id: 'move-005',
    moveToRoom: { meetingId: 'france', roomId: 'xxiv' },
  });
  assert.equal(chair.status, 403);
  const plan = (await rooms.programme('xxiv')).room.meetings![0]!;
  const early = { ...plan, startsAt: '2027-03-01T08:00:00Z', endsAt: '2027-03-01T09:00:00Z' };
  assert.equal(
    (await rooms.send('plan-001', { planMeetings: { meetings: [early] } }, 'xxiv')).status,
    200,
  );
  const overlaps = await move('move-006', 'france');
  assert.equal(overlaps.status, 400);
  assert.match(overlaps.detail!, /is not over by then/);
  assert.equal((await rooms.programme('xxvii')).room.meetings!.length, 2);
});

test('a room that is renamed has its new name in the lobby at once, and after a restart', async (t) => {
  const rooms = await twoRooms(t);
  const names = async () => {
    const lobby = (await (await rooms.server().get('/api/v1/rooms')).json()) as {
      rooms: { agenda: { roomId: string; roomName: string } }[];
    };
    return Object.fromEntries(lobby.rooms.map(({ agenda }) => [agenda.roomId, agenda.roomName]));
  };
  assert.equal((await rooms.send('name-001', { renameRoom: { name: 'Salle XX' } })).status, 200);
  assert.deepEqual(await names(), { xxiv: 'XXIV', xxvii: 'Salle XX' });
  await rooms.restart('SIGTERM');
  assert.deepEqual(await names(), { xxiv: 'XXIV', xxvii: 'Salle XX' });
  assert.match(rooms.server().out, /^Salle XX: open these on the room's devices$/m);
});

test('an archived room leaves the lobby and holds no meeting; its record stays, and it can come back', async (t) => {
  const rooms = await twoRooms(t);
  const lobby = async () => {
    const answer = await rooms.server().get('/api/v1/rooms');
    const { rooms: all } = (await answer.json()) as { rooms: { agenda: { roomId: string } }[] };
    return all.map(({ agenda }) => agenda.roomId);
  };
  const open = { openMeeting: { meetingId: 'cuba' } };
  assert.equal((await rooms.send('open-001', open)).status, 200);
  const archive = (archived: boolean) => ({ archiveRoom: { archived } });
  const refused = await rooms.send('archive1', archive(true));
  assert.equal(refused.detail, 'A meeting of this room is open: close it first.');
  assert.equal((await rooms.send('shut-001', { closeMeeting: { meetingId: 'cuba' } })).status, 200);
  assert.equal((await rooms.send('archive2', archive(true))).status, 200);
  assert.deepEqual(await lobby(), ['xxiv']);
  await rooms.restart('SIGKILL');
  assert.deepEqual(await lobby(), ['xxiv']);
  assert.ok(!/http\S+\/chair\/#room=xxvii&/.test(rooms.server().out), "no link but the desk's");
  const again = await rooms.send('open-002', { openMeeting: { meetingId: 'france' } });
  assert.match(again.detail!, /^This room is archived/);
  const record = await rooms.server().get('/api/v1/rooms/xxvii/record', rooms.here());
  assert.equal(record.status, 200);
  assert.ok((await record.text()).includes('ACT_KIND_CLOSE_MEETING'));
  const move = { moveToRoom: { meetingId: 'chad', roomId: 'xxvii' } };
  assert.match((await rooms.send('move-001', move, 'xxiv')).detail!, /^This room is archived/);
  assert.equal((await rooms.send('archive3', archive(false))).status, 200);
  assert.deepEqual(await lobby(), ['xxiv', 'xxvii']);
});

test('a room that is made while others are served opens with its own token alone, and stays', async (t) => {
  const rooms = await twoRooms(t);
  const make = async (token: string, body: object) => {
    const answer = await fetch(`${rooms.server().origin}/api/v1/rooms`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return {
      status: answer.status,
      ...((await answer.json()) as { token: string; roomId: string }),
    };
  };
  const wanted = { name: 'Salle XX', timeZone: 'Asia/Tokyo' };
  assert.equal((await make(rooms.chair(), wanted)).status, 403);
  const made = await make(rooms.here(), wanted);
  assert.equal(made.status, 200);
  assert.equal(made.roomId, 'salle-xx');
  const open = (token: string) => rooms.server().get('/api/v1/rooms/salle-xx/programme', token);
  assert.equal((await open(made.token)).status, 200);
  assert.equal((await open(rooms.here())).status, 403, 'its maker has no other way in');
  assert.equal((await rooms.server().get('/api/v1/rooms/xxvii/programme', made.token)).status, 403);
  const move = { moveToRoom: { meetingId: 'cuba', roomId: 'salle-xx' } };
  assert.equal((await rooms.send('move-001', move)).status, 200);
  const paired = await fetch(`${rooms.server().origin}/api/v1/rooms/salle-xx/cards`, {
    method: 'POST',
    headers: { authorization: `Bearer ${made.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ cards: [{ holder: { stateCode: 'FR' } }] }),
  });
  assert.equal(paired.status, 200, await paired.text());
  await rooms.restart('SIGKILL');
  const { room } = (await (await open(made.token)).json()) as Programme;
  assert.equal(room.name, 'Salle XX');
  assert.deepEqual(
    room.meetings!.map(({ id }) => id),
    ['cuba'],
  );
});

test('an empty room begins without a file, once, and takes a programme', async (t) => {
  const data = join(dataFolder(t), 'data');
  const first = await Serving.start(
    t,
    data,
    '--new-room',
    'Salle Élysée 2',
    '--time-zone',
    'Asia/Tokyo',
  );
  assert.match(first.out, /^ {2}Secretariat +http\S+room=salle-elysee-2&token=/m);
  await first.end('SIGTERM');
  const second = await Serving.start(t, data, '--new-room', 'Salle Élysée 2');
  assert.match(second.out, /is in .* already, and keeps its programme/);
  const token = second.token('Secretariat');
  const room = 'salle-elysee-2';
  const answer = await second.get(`/api/v1/rooms/${room}/programme`, token);
  const { room: empty } = (await answer.json()) as { room: { timeZone: string } };
  assert.equal(empty.timeZone, 'Asia/Tokyo');
  const plan = {
    id: 'cuba',
    state: { code: 'CU', name: 'Cuba' },
    startsAt: '2027-03-01T09:00:00Z',
    endsAt: '2027-03-01T10:00:00Z',
    surStatementS: 120,
    panel: [{ id: 'new-1', kind: 'DELEGATION_KIND_NHRI', title: 'NHRI', allottedS: 300 }],
  };
  const planned = await second.command(
    token,
    { id: 'plan-001', planMeetings: { meetings: [plan] } },
    room,
  );
  assert.equal(planned.status, 200, await planned.text());
  await second.end('SIGTERM');
  for (const args of [
    ['--new-room', '…'],
    ['--new-room', 'X', '--time-zone', 'Mars/Base'],
  ]) {
    const refused = await rostrum(['serve', '--data', data, '--listen', '127.0.0.1:0', ...args]);
    assert.equal(refused.code, 2, refused.err);
  }
});
