// A screen whose server is the test: it receives any room, and is asked what it shows.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { create, fromJsonString, toJsonString, type MessageInitShape } from '@bufbuild/protobuf';
import type { Browser, BrowserContext, Page, WebSocketRoute } from 'playwright-core';
import {
  ClientMessageSchema,
  RefusalCode,
  ServerMessageSchema,
  type AlikeScreensSchema,
  type Shows,
} from '$proto/live_pb';
import { limitMs } from '../e2e/limit.ts';
import { noteViolations } from '../e2e/policy.ts';
import { securityHeaders } from './policy.ts';
import { type Command } from '$proto/command_pb';
import { PhoneStanding, type Room } from '$proto/room_pb';
import { Role } from '$proto/table_pb';

/** What the server calls this device. */
const device = 'phone-a';
const web = join(import.meta.dirname, '../../build/web');
const origin = 'http://rostrum.test';
const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

export interface Shown {
  width: number;
  height: number;
  /** Where the page is; the display's by default. */
  path?: string;
  /** The role that the server gives it. */
  role?: Role;
  /** Behind the `#`, after the room and the token: `scene=timer&lang=fr`. */
  address?: string;
  /** What the HTTP interface answers, by its path. Looked up at each request: may change. */
  answers?: Record<string, unknown>;
  /** Runs in the page before its own scripts. */
  script?: () => void;
  /** What the device remembers. */
  stored?: Record<string, string>;
  args?: Parameters<Browser['newContext']>[0];
}

type Sent = MessageInitShape<typeof ServerMessageSchema>['message'];

export class ScriptedScreen {
  readonly page: Page;
  readonly faults: string[] = [];
  /** The commands that it sent, each accepted at once; undefined leaves them unanswered. */
  accepted: Command['body'][] | undefined;
  #unanswered: string[] = [];
  /** What it last said that it shows. */
  shows: Shows | undefined;
  /** The room that the next command makes, once. */
  next: Room | undefined;
  /** It refuses every command instead. */
  refuses = false;
  #context: BrowserContext;
  /** The page's own first; another is of a page within it. */
  #sockets: WebSocketRoute[] = [];
  #revision = 1n;
  #room: Room;
  #now: () => number;
  #role: Role;
  #away = false;

  private constructor(
    context: BrowserContext,
    page: Page,
    room: Room,
    now: () => number,
    role: Role,
  ) {
    this.#context = context;
    this.page = page;
    this.#room = room;
    this.#now = now;
    this.#role = role;
    page.on('pageerror', (error) => this.faults.push(String(error)));
    noteViolations(page, this.faults);
    // What a link carries behind its # stays there.
    page.on('request', (request) => {
      const [sent = ''] = request.url().split('#');
      if (sent.includes('TOKEN')) this.faults.push(`a token in ${sent}`);
    });
  }

  /** @param now the server's clock, in Unix milliseconds */
  static async open(browser: Browser, room: Room, now: () => number, shown: Shown) {
    const context = await browser.newContext({
      viewport: { width: shown.width, height: shown.height },
      locale: 'en',
      timezoneId: 'Asia/Tokyo',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      ...shown.args,
    });
    context.setDefaultTimeout(limitMs);
    if (shown.script) await context.addInitScript(shown.script);
    // A test without TLS has no wake lock: the hint would be on every picture.
    const stored = { 'rostrum.sleep-hint': 'hidden', ...shown.stored };
    await context.addInitScript((stored) => {
      try {
        for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value);
      } catch {
        // The test blocks what a device remembers.
      }
    }, stored);
    const page = await context.newPage();
    const screen = new ScriptedScreen(context, page, room, now, shown.role ?? Role.DISPLAY);
    await page.route(`${origin}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      const answer = shown.answers?.[pathname];
      if (answer) return route.fulfill({ json: answer, headers: securityHeaders });
      const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
      const type = types[extname(path)];
      if (!type) return route.fulfill({ status: 404 });
      const body = readFileSync(join(web, path));
      return route.fulfill({ headers: { ...securityHeaders, 'Content-Type': type }, body });
    });
    await page.routeWebSocket(/\/live$/, (socket) => screen.#serve(socket));
    const address = shown.address ? `&${shown.address}` : '';
    await page.goto(`${origin}${shown.path ?? '/display/'}#room=xxvii&token=TOKEN${address}`);
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    return screen;
  }

  /** Sends another room. Settles when it is on the screen. */
  async show(room: Room): Promise<void> {
    const roomName = this.#change(room);
    await this.page.waitForFunction(
      (name) => document.title.includes(name) || document.body.textContent.includes(name),
      roomName,
    );
    await this.painted();
  }

  #change(room: Room): string {
    const previousRevision = this.#revision++;
    // The room's name identifies which one is shown, by invisible marks.
    const roomName = `${room.agenda?.roomName}${unseen(this.#revision)}`;
    this.#room = { ...room, agenda: room.agenda && { ...room.agenda, roomName } };
    this.send({
      case: 'changed',
      value: { previousRevision, revision: this.#revision, sections: this.#seen() },
    });
    const phone = this.#phone() ?? { device, standing: PhoneStanding.ADMITTED };
    if (this.#role === Role.DELEGATION) this.send({ case: 'phone', value: phone });
    return roomName;
  }

  /** The phones of the others are for the podium only. */
  #seen(): Room {
    const { questions } = this.#room;
    if (!questions || this.#role === Role.CHAIR || this.#role === Role.SECRETARIAT)
      return this.#room;
    return { ...this.#room, questions: { ...questions, phones: [] } };
  }

  /** This phone of a delegation, if the room has it. */
  #phone() {
    if (this.#role !== Role.DELEGATION) return undefined;
    return this.#room.questions?.phones.find((phone) => phone.device === device);
  }

  /** Takes the server away, for good. */
  async lose(): Promise<void> {
    this.#away = true;
    await Promise.all(this.#sockets.map((socket) => socket.close()));
    await this.page
      .getByText(/No connection|لا يوجد اتصال/)
      .first()
      .waitFor();
    await this.painted();
  }

  /** Texts are fitted after they are laid out, one frame later. */
  painted(): Promise<void> {
    return this.page.evaluate(
      () =>
        new Promise((done) =>
          requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))),
        ),
    );
  }

  send(message: Sent, to = this.#sockets): void {
    const sent = create(ServerMessageSchema, { message });
    const json = toJsonString(ServerMessageSchema, sent, { alwaysEmitImplicit: true });
    for (const socket of to) socket.send(json);
  }

  /** The screens of the room. */
  screens(alike: MessageInitShape<typeof AlikeScreensSchema>[]): void {
    this.send({ case: 'roomScreens', value: { alike } });
  }

  /** Greets the screen. */
  welcome(to = this.#sockets): void {
    const [role, room, revision] = [this.#role, this.#seen(), this.#revision];
    const [serverUnixMs, phone] = [this.#now(), this.#phone()];
    const value = { role, logId: 'log', revision, serverUnixMs, room, device, phone };
    this.send({ case: 'welcome', value }, to);
  }

  /** Accepts the commands that were left unanswered. */
  answer(): void {
    for (const id of this.#unanswered)
      this.send({ case: 'accepted', value: { id, revision: this.#revision } });
    this.#unanswered = [];
  }

  close(): Promise<void> {
    return this.#context.close();
  }

  #serve(socket: WebSocketRoute): void {
    if (this.#away) return void socket.close();
    this.#sockets.push(socket);
    socket.onClose((code, reason) => {
      this.#sockets = this.#sockets.filter((one) => one !== socket);
      void socket.close({ code, reason });
    });
    socket.onMessage((json) => {
      const { message } = fromJsonString(ClientMessageSchema, json as string);
      const serverUnixMs = this.#now();
      if (message.case === 'hello') this.welcome([socket]);
      if (message.case === 'timeSync') {
        const { clientMs } = message.value;
        this.send({ case: 'timeSyncReply', value: { clientMs, serverUnixMs } }, [socket]);
      }
      if (message.case === 'shows') this.shows = message.value;
      if (message.case === 'command' && this.refuses) {
        const { id } = message.value;
        this.send({ case: 'refused', value: { id, code: RefusalCode.STALE, text: 'Stale.' } });
      } else if (message.case === 'command' && this.accepted) {
        this.accepted.push(message.value.body);
        const { id } = message.value;
        if (this.next) this.#change(this.next);
        this.next = undefined;
        this.send({ case: 'accepted', value: { id, revision: this.#revision } }, [socket]);
      } else if (message.case === 'command') this.#unanswered.push(message.value.id);
    });
  }
}

/** A number in letters without a width, always the same number of them. */
function unseen(revision: bigint): string {
  const bits = revision.toString(2).padStart(10, '0');
  return bits.replaceAll('0', '\u200b').replaceAll('1', '\u200c');
}
