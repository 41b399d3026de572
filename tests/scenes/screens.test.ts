// Every screen but the display, which has a gallery of its own: each in its states, at the sizes it is
// made for, and once in Arabic. ROSTRUM_PICTURES=folder keeps a picture of each.
import { create, toJson } from '@bufbuild/protobuf';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { launch, picture, sizes } from '../e2e/browser.ts';
import { checkScreen } from './check_screen.ts';
import { T0, rooms } from './rooms.ts';
import { table } from './table.ts';
import { ScriptedScreen, type Shown } from './scripted_screen.ts';
import { FitSchema, ListOrderSchema } from '$proto/http_pb';
import { AgendaSchema } from '$proto/room_pb';
import { BalancedBy, Role } from '$proto/table_pb';

const { tablet, lectern, phone } = sizes;
const small = { width: 360, height: 640 };
const tv = { width: 1920, height: 1080 };
const square = { width: 1024, height: 768 };
const upright = { width: 820, height: 1180 };
const sideways = { width: 844, height: 390 };
const zoomed = { width: 590, height: 410 }; // A tablet at 200 %.

/** Something to do on a screen before it is looked at; what undoes it. */
interface Step {
  room: string;
  does: (screen: ScriptedScreen) => Promise<unknown>;
  undoes?: (screen: ScriptedScreen) => Promise<unknown>;
}

interface Gallery {
  shown: Pick<Shown, 'path' | 'role' | 'stored' | 'answers'>;
  sizes: Record<string, { width: number; height: number }>;
  /** Held in the hand: longer than the screen where there is much to read. */
  scrolls?: boolean;
  states: string[];
  steps?: Record<string, Step>;
}

const plate = JSON.stringify({ meeting: 'cuba', delegation: 'women' });
const asked = JSON.stringify({
  meeting: 'cuba',
  for: [
    { id: 'ask-41', kind: 'INSCRIPTION_KIND_QUESTION' },
    { id: 'ask-44', kind: 'INSCRIPTION_KIND_POINT_OF_ORDER' },
  ],
});

const fit = toJson(
  FitSchema,
  create(FitSchema, {
    allotments: ['media', 'women', 'nhri'].map((id) => ({
      inscriptionId: `i-${id}`,
      allottedMs: 300_000n,
    })),
    reserveMs: 480_000n,
    projectedEndUnixMs: BigInt(T0 + 1_657_000),
    dueAtUnixMs: BigInt(T0 + 40 * 60_000),
  }),
);

const order = toJson(
  ListOrderSchema,
  create(ListOrderSchema, {
    by: BalancedBy.TURNS,
    inscriptionIds: ['i-media', 'i-nhri', 'i-women'],
  }),
);

const press = (act: string) => (screen: ScriptedScreen) =>
  screen.page.locator(`[data-action="${act}"]`).first().click();
const escape = (screen: ScriptedScreen) => screen.page.keyboard.press('Escape');
const dialog = (act: string, room = 'speaking'): Step => ({
  room,
  does: press(act),
  undoes: escape,
});

const galleries: Record<string, Gallery> = {
  chair: {
    shown: {
      path: '/chair/',
      role: Role.CHAIR,
      answers: { '/api/v1/rooms/xxvii/fit': fit, '/api/v1/rooms/xxvii/order': order },
    },
    sizes: { tablet, phone, square, upright, sideways, zoomed },
    states: [
      'planned',
      'open',
      'between',
      'speaking',
      'longest',
      'paused',
      'warning',
      'overtime',
      'empty-chair',
      'silence',
      'read-by',
      'point-raised',
      'point-of-order',
      'questions',
      'question',
      'asked-absent',
      'answer',
      'follow-up',
      'reply',
      'heard',
      'questions-wait',
      'nobody-asks',
      'questions-over',
      'notice',
      'countdown',
      'here',
      'private-line',
      'controls-taken',
      'lost-time',
      'suspended',
      'break',
      'closed',
    ],
    steps: {
      requests: { room: 'requests', does: press('requests') },
      'phones-wait': {
        room: 'phones-wait',
        does: ({ page }) => page.locator('.tray [data-plate]').nth(1).click(),
        undoes: press('requests'),
      },
      'floor-question': {
        room: 'speaking',
        does: async ({ page }) => {
          await page.locator('[data-action="passOn"]').click();
          await page.locator('[data-action="yield i-women"]').click();
        },
        undoes: async (screen) => escape(screen).then(() => escape(screen)),
      },
      'close-asks': {
        room: 'requests',
        does: async ({ page }) => {
          await page.locator('[data-action="meetings"]').click();
          await page.locator('dialog [data-action="close"]').click();
        },
        undoes: async (screen) => escape(screen).then(() => escape(screen)),
      },
      plate: {
        room: 'speaking',
        does: ({ page }) => page.locator('[data-plate="i-women"]').first().click(),
        undoes: ({ page }) => page.locator('[data-plate="i-women"]').first().click(),
      },
      'dialog-meetings': dialog('meetings'),
      'dialog-notice': dialog('notice'),
      'dialog-desk': dialog('desk', 'private-line'),
      'dialog-contributions': dialog('contributions', 'question'),
      'dialog-display': dialog('display'),
      'dialog-settings': dialog('help'),
      'dialog-speaker': dialog('speaker'),
      'dialog-passOn': dialog('passOn'),
      'dialog-questions': {
        room: 'requests',
        does: ({ page }) => page.keyboard.press('q'),
        undoes: escape,
      },
      'dialog-inscribe': dialog('inscribe', 'answer'),
      'dialog-empty-chair': dialog('second', 'empty-chair'),
      'dialog-answers': dialog('answers', 'question'),
      'dialog-fit': dialog('fit'),
      'dialog-order': dialog('order'),
    },
  },
  lectern: {
    shown: { path: '/speaker/', role: Role.SPEAKER },
    sizes: { lectern, tv, upright },
    states: [
      'planned',
      'open',
      'speaking',
      'longest',
      'paused',
      'warning',
      'overtime',
      'silence',
      'read-by',
      'point-of-order',
      'question',
      'answer',
      'reply',
      'notice',
      'long-notice',
      'countdown',
      'conclude',
      'slow-down',
      'words',
      'suspended',
      'break',
      'closed',
    ],
  },
  speaker: {
    shown: { path: '/speaker/', role: Role.SPEAKER, stored: { 'rostrum.plate.xxvii': plate } },
    sizes: { phone, small, sideways },
    scrolls: true,
    states: [
      'planned',
      'speaking',
      'women-next',
      'women-speak',
      'women-up',
      'women-interrupted',
      'women-spoken',
      'women-absent',
      'women-expected',
      'words-to-women',
      'notice',
      'countdown',
      'suspended',
      'break',
      'closed',
    ],
    steps: {
      choosing: {
        room: 'speaking',
        does: async ({ page }) => {
          await page.locator('footer button').click();
          await page.locator('footer button').click();
        },
        undoes: ({ page }) => page.getByRole('button', { name: /women’s rights/ }).click(),
      },
    },
  },
  delegation: {
    shown: {
      path: '/delegation/',
      role: Role.DELEGATION,
      stored: { 'rostrum.state': 'NL' },
    },
    sizes: { phone, small, sideways },
    scrolls: true,
    states: [
      'planned',
      'speaking',
      'silence',
      'point-of-order',
      'questions',
      'question-asked',
      'question-up',
      'my-point-of-order',
      'list-full',
      'phones-wait',
      'phone-shut-out',
      'by-cards',
      'notice',
      'countdown',
      'suspended',
      'break',
      'closed',
    ],
    steps: {
      'meant-for': {
        room: 'speaking',
        does: ({ page }) => page.locator('summary').click(),
        undoes: ({ page }) => page.locator('summary').click(),
      },
      'confirm-point': {
        room: 'speaking',
        does: ({ page }) => page.locator('.others button').last().click(),
        undoes: escape,
      },
    },
  },
  'delegation-asking': {
    shown: {
      path: '/delegation/',
      role: Role.DELEGATION,
      stored: { 'rostrum.state': 'NL', 'rostrum.asked': asked },
    },
    sizes: { phone, small },
    scrolls: true,
    states: ['requests', 'point-raised', 'questions', 'speaking'],
    steps: {
      declined: {
        room: 'speaking',
        does: ({ page }) => page.locator('.dropped').first().waitFor(),
      },
    },
  },
  'delegation-choosing': {
    shown: { path: '/delegation/', role: Role.DELEGATION },
    sizes: { phone },
    scrolls: true,
    states: ['speaking'],
  },
  interpreter: {
    shown: { path: '/interpreter/', role: Role.INTERPRETER },
    sizes: { phone, small, tablet },
    states: [
      'planned',
      'between',
      'speaking',
      'longest',
      'slow-down',
      'silence',
      'read-by',
      'point-of-order',
      'answer',
      'notice',
      'countdown',
      'suspended',
      'break',
      'closed',
    ],
  },
};

/** The large button fades in when it has become another act. */
async function rested(page: Page): Promise<void> {
  if (process.env.ROSTRUM_PICTURES)
    await page.locator('.resting').first().waitFor({ state: 'detached' });
}

const everything = process.env.ROSTRUM_THOROUGH === '1';
/** The states with the most to show. */
const full = ['longest', 'forty'];

const room = (name: string) => table[name] ?? rooms[name]!;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

for (const [name, { shown, sizes, scrolls = false, states, steps = {} }] of Object.entries(
  galleries,
)) {
  const [first] = Object.keys(sizes);
  const visits = Object.keys(sizes).map((size): [size: string, lang: string] => [size, 'en']);
  if (everything) visits.push([first!, 'ar']);
  for (const [size, lang] of visits) {
    test(`${name} ${size} ${lang}`, async () => {
      const began = Date.now();
      const now = () => T0 + (Date.now() - began);
      const screen = await ScriptedScreen.open(browser, room(states[0]!), now, {
        ...sizes[size]!,
        ...shown,
        address: `lang=${lang}`,
      });
      const see = async (state: string) => {
        const of = [name, state, size === first ? '' : size, lang === 'en' ? '' : lang];
        const called = of.filter(Boolean).join('-');
        await rested(screen.page);
        await picture(screen.page, called);
        await checkScreen(screen, called, { axe: size === first, scrolls });
      };
      const inShort =
        size === first ? states : states.filter((state, i) => i === 0 || full.includes(state));
      for (const state of everything ? states : inShort) {
        await screen.show(room(state));
        await see(state);
      }
      for (const [state, step] of Object.entries(everything || size === first ? steps : {})) {
        await screen.show(room(step.room));
        await step.does(screen);
        await screen.painted();
        await see(state);
        await step.undoes?.(screen);
      }
      await screen.lose();
      await see('lost');
      await screen.close();
    });
  }
}

const lobby = (pairing: boolean) => ({
  '/api/v1/rooms': {
    rooms: [
      {
        agenda: toJson(AgendaSchema, { ...rooms.speaking!.agenda!, roomId: 'xxvii' }),
        expected: [{ meetingId: 'bolivia', startsAtUnixMs: String(T0 + 70 * 60_000) }],
      },
    ],
    serverUnixMs: String(T0),
  },
  ...(pairing && {
    '/api/v1/pairings': { code: 'K7M2PX', secret: 'S', expiresAtUnixMs: String(T0 + 600_000) },
    '/api/v1/pairing': {},
  }),
});

for (const [size, pixels] of Object.entries({ tv, phone, small })) {
  for (const lang of size === 'tv' ? ['en', 'ar'] : ['en']) {
    test(`lobby ${size} ${lang}`, async () => {
      const visit = { ...pixels, path: '/', address: `lang=${lang}`, answers: lobby(true) };
      const screen = await ScriptedScreen.open(browser, rooms.before!, () => T0, visit);
      await screen.page.getByText('K7M 2PX').waitFor();
      const name = ['lobby', size === 'tv' ? '' : size, lang === 'en' ? '' : lang];
      await picture(screen.page, name.filter(Boolean).join('-'));
      await checkScreen(screen, `lobby ${size} ${lang}`, { axe: true, scrolls: size !== 'tv' });
      await screen.close();
    });
  }
}
