// Whatever people type is shown as text: every name, title, subject, reason, notice and signal is markup
// that would run, on every screen, and nothing of it does.
import { clone, create, toJson } from '@bufbuild/protobuf';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../e2e/browser.ts';
import { T0, rooms } from './rooms.ts';
import { table } from './table.ts';
import { ScriptedScreen, type Shown } from './scripted_screen.ts';
import { LobbySchema, ScreensSchema } from '$proto/http_pb';
import { RoomSchema, type Room } from '$proto/room_pb';
import { Role } from '$proto/table_pb';

const hostile = '<img src=x onerror="window.ran=1">';
const typed = ['roomName', 'name', 'title', 'subject', 'speakerName', 'absenceReason', 'text'];
typed.push('rulingText', 'device');

/** Whatever people type, replaced. */
function mark(message: object): void {
  const fields = message as Record<string, unknown>;
  for (const [key, value] of Object.entries(fields)) {
    if (typed.includes(key) && typeof value === 'string') fields[key] = hostile;
    else if (typeof value === 'object' && value !== null) mark(value);
  }
}

function marked(name: string): Room {
  const room = clone(RoomSchema, table[name] ?? rooms[name]!);
  mark(room);
  // A State that is known by its code is shown by the platform's own name.
  for (const { state } of room.agenda?.meetings ?? []) if (state) state.code = '';
  for (const plate of room.plates?.delegations ?? []) plate.stateCode = '';
  if (room.meeting?.state) room.meeting.state.code = '';
  return room;
}

const agenda = { ...marked('speaking').agenda!, roomId: 'xxvii' };
const lobby = {
  '/api/v1/rooms': toJson(
    LobbySchema,
    create(LobbySchema, { rooms: [{ agenda }], serverUnixMs: T0 }),
    { alwaysEmitImplicit: true },
  ),
};
const desk = {
  ...lobby,
  '/api/v1/screens': toJson(
    ScreensSchema,
    create(ScreensSchema, {
      screens: [true, false].map((paired) => ({
        id: paired ? 'screen-1' : 'connection-1',
        name: hostile,
        roomId: 'xxvii',
        role: Role.DISPLAY,
        connected: true,
        paired,
        sinceUnixMs: BigInt(T0),
      })),
    }),
  ),
  '/api/v1/rooms/xxvii/programme': {
    programmeRevision: '1',
    room: {
      id: 'xxvii',
      name: hostile,
      timeZone: 'Europe/Zurich',
      meetings: [
        {
          id: 'cuba',
          state: { code: 'CU', name: hostile },
          startsAt: '2018-04-11T07:00:00Z',
          endsAt: '2018-04-11T08:00:00Z',
          surAllottedS: 120,
          panel: ['food', 'women'].map((id) => ({
            id,
            kind: 'DELEGATION_KIND_NATIONAL_CSO',
            title: hostile,
            speakerName: hostile,
            subject: hostile,
            allottedS: 300,
            standing: 'STANDING_ABSENT',
            absenceReason: hostile,
          })),
        },
      ],
    },
  },
  '/api/v1/rooms/xxvii/record': {
    title: hostile,
    facts: [[hostile, hostile]],
    tables: ['floor', 'acts'].map(() => ({
      heading: hostile,
      columns: ['At', hostile],
      numbers: [],
      rows: [['09:30:00', hostile]],
    })),
  },
};

interface Visit {
  shown: Omit<Shown, 'width' | 'height'>;
  states: string[];
}

const plate = JSON.stringify({ meeting: 'cuba', delegation: 'women' });
const visits: Record<string, Visit> = {
  display: {
    shown: { path: '/display/' },
    states: ['speaking', 'silence', 'notice', 'point-of-order', 'question', 'between', 'before'],
  },
  list: { shown: { path: '/display/', address: 'scene=list' }, states: ['speaking'] },
  overlay: { shown: { path: '/display/', address: 'scene=overlay' }, states: ['speaking'] },
  chair: {
    shown: { path: '/chair/', role: Role.CHAIR },
    states: ['speaking', 'silence', 'read-by', 'point-of-order', 'requests', 'notice'],
  },
  lectern: {
    shown: { path: '/speaker/', role: Role.SPEAKER },
    states: ['speaking', 'notice', 'words', 'point-of-order'],
  },
  speaker: {
    shown: { path: '/speaker/', role: Role.SPEAKER, stored: { 'rostrum.plate.xxvii': plate } },
    states: ['speaking', 'women-absent', 'words-to-women'],
  },
  delegation: {
    shown: { path: '/delegation/', role: Role.DELEGATION, stored: { 'rostrum.state': 'NL' } },
    states: ['speaking', 'questions', 'point-of-order', 'notice'],
  },
  interpreter: {
    shown: { path: '/interpreter/', role: Role.INTERPRETER },
    states: ['speaking', 'answer', 'notice'],
  },
};

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const open = (state: string, shown: Omit<Shown, 'width' | 'height'>) =>
  ScriptedScreen.open(browser, marked(state), () => T0, { width: 1180, height: 820, ...shown });

/** The markup is there as text, and is nothing else. */
async function isText({ page, faults }: ScriptedScreen, where: string): Promise<void> {
  const found = await page.evaluate(
    (hostile) => ({
      shown: document.body.innerText.includes(hostile) || document.title.includes(hostile),
      made: document.querySelectorAll('img[src="x"], [onerror]').length,
      ran: 'ran' in window,
    }),
    hostile,
  );
  expect(found, where).toEqual({ shown: true, made: 0, ran: false });
  expect(faults, where).toEqual([]);
}

for (const [name, { shown, states }] of Object.entries(visits)) {
  test(`${name}: what people typed is text`, async () => {
    const screen = await open(states[0]!, shown);
    for (const state of states) {
      await screen.show(marked(state));
      await isText(screen, `${name} ${state}`);
    }
    screen.send({ case: 'assigned', value: { name: hostile } });
    screen.send({ case: 'identify', value: { name: hostile, forMs: 60_000n } });
    await screen.page.getByText(hostile).first().waitFor();
    await isText(screen, `${name} identified`);
    await screen.close();
  });
}

test('lobby: what people typed is text', async () => {
  const screen = await open('speaking', { path: '/', answers: lobby });
  await screen.page.getByText(hostile).first().waitFor();
  await isText(screen, 'lobby');
  await screen.close();
});

test('secretariat: what people typed is text in every section', async () => {
  const shown = { path: '/secretariat/', role: Role.SECRETARIAT, answers: desk };
  const screen = await open('speaking', shown);
  await screen.show(marked('speaking'));
  for (const key of ['1', '2', '3', '4', '5', '6', '7']) {
    await screen.page.keyboard.press(key);
    await screen.page.waitForLoadState('networkidle');
    await screen.painted();
    await isText(screen, `secretariat ${key}`);
  }
  await screen.close();
});

test('the policy is in force: what is written into a page does not run, and is reported', async () => {
  const screen = await open('speaking', { path: '/display/' });
  await screen.page.evaluate((hostile) => {
    const script = document.createElement('script');
    script.textContent = 'window.ran = 1';
    const around = document.createElement('div');
    around.innerHTML = hostile.replace('src=x', 'src="data:,"');
    document.body.append(script, around);
  }, hostile);
  await expect.poll(() => screen.faults.length).toBeGreaterThanOrEqual(2);
  for (const fault of screen.faults) expect(fault).toContain('Content Security Policy');
  expect(await screen.page.evaluate(() => 'ran' in window)).toBe(false);
  await screen.close();
});
