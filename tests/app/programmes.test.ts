// A programme is imported again while its meeting runs: each name, absence and turn stays with its
// plate, wherever the sheet now has the row.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test, type TestContext } from 'node:test';
import { dataFolder, rostrum, Serving } from './rostrum.ts';

const sheets = resolve('tests/data/programmes');
const person = 'Zibbermoor Quillfeather';

interface Plate {
  id: string;
  title: string;
  speakerName: string;
  standing: string;
  absenceReason: string;
}

/** The secretariat's desk, by HTTP. */
class Desk {
  readonly server: Serving;
  readonly data: string;
  #sent = 0;

  constructor(server: Serving, data: string) {
    this.server = server;
    this.data = data;
  }

  static async opened(t: TestContext): Promise<Desk> {
    const data = join(dataFolder(t), 'data');
    const sheet = join(sheets, 'before.csv');
    const desk = new Desk(await Serving.start(t, data, '--programme', sheet), data);
    await desk.does({ openMeeting: { meetingId: 'bahrain' } });
    return desk;
  }

  get token(): string {
    return this.server.token('Secretariat');
  }

  async does(act: object): Promise<void> {
    const id = `programmes-${(this.#sent += 1)}`;
    const answer = await this.server.command(this.token, { id, ...act });
    assert.equal(answer.status, 200, await answer.text());
  }

  async preview(file: string): Promise<{ rooms: { meetings: object[] }[]; plates?: object[] }> {
    const answer = await fetch(`${this.server.origin}/api/v1/programme/preview`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.token}`,
        'rostrum-file-name': file,
        'content-type': 'application/octet-stream',
      },
      body: readFileSync(join(sheets, file)),
    });
    return (await answer.json()) as Awaited<ReturnType<Desk['preview']>>;
  }

  /** What the secretariat's page does. */
  async imports(file: string): Promise<void> {
    const { rooms } = await this.preview(file);
    await this.does({ planMeetings: { meetings: rooms[0]!.meetings } });
  }

  async plates(): Promise<Plate[]> {
    const answer = await this.server.get('/api/v1/rooms/xxvii/programme', this.token);
    const { room } = (await answer.json()) as { room: { meetings: { panel: Plate[] }[] } };
    return room.meetings[0]!.panel;
  }

  async plate(title: string): Promise<Plate | undefined> {
    return (await this.plates()).find((plate) => plate.title === title);
  }

  /** All that a display is sent. */
  async shown(): Promise<string> {
    const token = this.server.token('Room display');
    return (await this.server.get('/api/v1/rooms/xxvii', token)).text();
  }
}

test('a withheld name stays withheld when a row is inserted above it, and the newcomer is shown', async (t) => {
  const desk = await Desk.opened(t);
  const plate = await desk.plate('Network A: prisons');
  const about = { meetingId: 'bahrain', delegationId: plate!.id };
  await desk.does({ withholdName: about });
  await desk.imports('row_above.csv');
  assert.deepEqual(
    (await desk.plates()).map(({ title, speakerName }) => [title, speakerName]),
    [
      ['Union D: labour', 'Speaker D'],
      ['Network A: prisons', ''],
      ['Network B: media', 'Speaker B'],
      ['Network C: women', 'Speaker C'],
    ],
  );
  assert.equal((await desk.shown()).includes(person), false);

  await desk.does({ eraseName: about });
  await desk.imports('before.csv');
  await desk.imports('row_above.csv');
  assert.equal((await desk.shown()).includes(person), false);
  assert.equal(
    (await rostrum(['verify', '--data', desk.data])).out.includes('1 erased name'),
    true,
  );
});

test('a deleted row takes its absence with it', async (t) => {
  const desk = await Desk.opened(t);
  await desk.imports('row_gone.csv');
  assert.deepEqual(
    (await desk.plates()).map(({ title, standing, absenceReason }) => [
      title,
      standing,
      absenceReason,
    ]),
    [
      ['Network B: media', 'STANDING_PRESENT', ''],
      ['Network C: women', 'STANDING_PRESENT', ''],
    ],
  );
});

test('a statement in progress and the turns on record stay with their plates', async (t) => {
  const desk = await Desk.opened(t);
  const { id } = (await desk.plate('Network B: media'))!;
  await desk.does({ giveFloor: { inscriptionId: id } });
  await desk.imports('row_above.csv');
  assert.equal((await desk.plate('Network B: media'))!.id, id);
  const floor = (await desk.server.get('/api/v1/rooms/xxvii', desk.token)).json();
  const { room } = (await floor) as { room: { floor: { statement: { id: string } } } };
  await desk.does({ endStatement: { statementId: room.floor.statement.id } });
  await desk.imports('before.csv');
  const record = await desk.server.get('/api/v1/rooms/xxvii/record', desk.token);
  const { turns } = (await record.json()) as { turns: { title: string }[] };
  assert.deepEqual(
    turns.map(({ title }) => title),
    ['Network B: media'],
  );
});

test('a plate that has the floor stays when its row is gone, and the preview says so', async (t) => {
  const desk = await Desk.opened(t);
  const { id } = (await desk.plate('Network A: prisons'))!;
  await desk.does({ markPresent: { delegationId: id } });
  await desk.does({ giveFloor: { inscriptionId: id } });
  const { plates } = await desk.preview('row_gone.csv');
  assert.deepEqual(plates, [
    {
      meetingId: 'bahrain',
      plateId: id,
      fate: 'heard',
      title: 'Network A: prisons',
      formerTitle: '',
      name: 'unchanged',
      standing: 'STANDING_PRESENT',
      absenceReason: '',
      standsOtherwise: false,
    },
  ]);
  await desk.imports('row_gone.csv');
  assert.equal((await desk.plate('Network A: prisons'))!.id, id);
});
