import type { ServerClock } from './clock';
import { Pending, type Outcome } from './pending';
import {
  parse,
  type AlikeScreens,
  type CommandBody,
  type Assigned,
  type ClientMessage,
  type Identify,
  type Phone,
  type ServerMessage,
  type Shows,
  type Welcome,
} from './protocol';
import { changed, welcomed, type HeldRoom } from './room';
import { Servers, type Attempt } from './servers';

/**
 * - `connecting`: for the first time
 * - `lost`: it was up, and reconnects
 * - `token-refused`, `no-such-room`: retried now and then, so that an unattended display recovers
 * - `revoked`: the secretariat shut this screen out; never retried
 */
export type LinkStatus =
  'connecting' | 'up' | 'lost' | 'token-refused' | 'no-such-room' | 'revoked';

export type Socket = Pick<WebSocket, 'onopen' | 'onmessage' | 'onclose' | 'send' | 'close'>;

/** Time, chance and the network: passed in, so that tests control them. */
export interface Outside {
  /** The origin of the page. */
  home: string;
  /** The servers of the record as they were on an earlier visit. */
  servers: readonly string[];
  /** Opens a WebSocket to the room at a server, with subprotocol rostrum.v1.json; may throw. */
  socket(server: string): Socket;
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** 0 to below 1. */
  random(): number;
  /** A unique id: 8 to 64 of [A-Za-z0-9_-]. */
  newId(): string;
  /** @returns a function that cancels it */
  after(ms: number, then: () => void): () => void;
}

export interface LinkListener {
  status(status: LinkStatus): void;
  welcome(welcome: Welcome): void;
  /** The server that the link has, and all of the record, by their origins; none if it is the only one. */
  server(present: string, known: readonly string[]): void;
  room(held: HeldRoom): void;
  /** The secretariat assigned this screen; with a token, to another page. */
  assigned(assigned: Assigned): void;
  /** Somebody looks for this screen. */
  identify(identify: Identify): void;
  /** The screens of the room, for those who act on what they show. */
  screens(screens: readonly AlikeScreens[]): void;
  /** Whether this phone of a delegation may ask has changed. */
  phone(phone: Phone): void;
}

/** The close codes for a refused Hello: see docs/protocol.md. */
const refusals: Partial<Record<number, LinkStatus>> = {
  4401: 'token-refused',
  4404: 'no-such-room',
};

const BURST = 6;
const BURST_EVERY_MS = 60;
const SYNC_EVERY_MS = 5000;
/** A server that does not answer for this long is gone: detected at most 10 s after its last frame. */
const DEAD_AFTER_MS = 5000;
/** Where another server can take over. */
const DEAD_AFTER_MS_OF_SEVERAL = 3000;
/** A link that moves to another server within this time is not reported as lost: what is sent meanwhile waits. */
const MOVES_WITHIN_MS = 3000;
const REFUSED_RETRY_MS = 15_000;
/** A server drops a client that is silent for this long. */
const GIVEN_UP_AFTER_MS = 15_000;

/** A client's link to a room: connects, keeps the room and the clock, and reconnects forever. */
export class Link {
  #outside: Outside;
  #clock: ServerClock;
  #listener: LinkListener;
  #hello: { token: string; device: string };

  #socket: Socket | undefined;
  /** The socket's Welcome has come. */
  #welcomed = false;
  #servers: Servers;
  #attempt: Attempt;
  #status: LinkStatus = 'connecting';
  #held: HeldRoom | undefined;
  #pending: Pending;
  /** What this screen shows, as the server is to know it. */
  #shows: string | undefined;
  #helloSentMs = 0;
  #lostAtMs: number;
  /** When the oldest unanswered question was sent. */
  #askedMs: number | undefined;
  #burstLeft = 0;
  #cancelTimer = () => {};
  #cancelDeadline = () => {};
  #cancelMove: (() => void) | undefined;

  constructor(
    outside: Outside,
    clock: ServerClock,
    listener: LinkListener,
    hello: { token: string; device: string },
  ) {
    this.#outside = outside;
    this.#clock = clock;
    this.#listener = listener;
    this.#hello = hello;
    this.#pending = new Pending(outside.now);
    this.#lostAtMs = outside.now();
    this.#servers = new Servers(outside.home, outside.servers, outside.random);
    this.#attempt = this.#servers.first();
    this.#connect();
  }

  /**
   * Sends a command and resolves with its outcome: `disconnected` at once while the link is down. A pending
   * command is sent again after a reconnect, with the same id, so that it takes effect once; one that is given while
   * the link moves to another server is sent there.
   */
  send(command: CommandBody): Promise<Outcome> {
    if (this.#status !== 'up') return Promise.resolve({ kind: 'disconnected' });
    const id = this.#outside.newId();
    const message = write({ command: { id, [command.case]: command.value } });
    const outcome = this.#pending.add(id, message);
    if (!this.#welcomed) return outcome;
    this.#socket?.send(message);
    // Somebody waits: a silent server is noticed sooner.
    if (!this.#servers.alone) this.#sync();
    return outcome;
  }

  /** Says what this screen shows, now and after each reconnect. */
  say(shows: Shows): void {
    const message = write({ shows });
    if (message === this.#shows) return;
    this.#shows = message;
    if (this.#welcomed) this.#socket?.send(message);
  }

  /** The device woke or its network returned: syncs or reconnects at once. */
  nudge(): void {
    if (this.#status === 'revoked') return;
    if (this.#socket) {
      if (this.#welcomed) this.#sync();
      return;
    }
    this.#cancelTimer();
    this.#connect();
  }

  /**
   * The device slept while its monotonic clock stopped, which invalidates everything timed by it. Measures
   * the time at once, over a new connection if the server must have dropped the old one.
   */
  woke(sleptMs: number): void {
    this.#clock.doubt(this.#outside.now());
    this.#pending.age();
    if (this.#welcomed) {
      if (sleptMs >= GIVEN_UP_AFTER_MS) this.#lose();
      else this.#burstLeft = BURST;
    }
    this.nudge();
  }

  /** Ends the link for good. */
  close(): void {
    this.#cancelTimer();
    this.#cancelMove?.();
    this.#drop();
    this.#pending.giveUp();
  }

  #connect(): void {
    let socket: Socket;
    try {
      socket = this.#outside.socket(this.#attempt.server);
    } catch {
      // The policy of this page forbids it: it was loaded before that server joined.
      return this.#lose();
    }
    this.#socket = socket;
    socket.onopen = () => {
      this.#helloSentMs = this.#outside.now();
      socket.send(write({ hello: { ...this.#hello, seen: this.#seen(), watchesScreens: true } }));
    };
    socket.onmessage = ({ data }) => this.#receive(parse(data));
    socket.onclose = ({ code }) => this.#lose({ code });
    this.#expectAnswer(this.#attempt.patienceMs);
  }

  #seen() {
    if (!this.#held) return undefined;
    const { logId, revision, actsHash } = this.#held;
    return { logId, revision, actsHash };
  }

  #receive(message: ServerMessage): void {
    this.#answered();
    const { welcome, accepted, refused, timeSyncReply, assigned, identify, goodbye } = message;
    if (welcome) this.#welcome(welcome);
    if (message.changed) this.#hold(this.#held && changed(this.#held, message.changed));
    if (accepted) {
      const { id, revision } = accepted;
      this.#pending.settle(id, { kind: 'accepted', revision });
    }
    if (refused) {
      const { id, code, text, reason, particulars } = refused;
      this.#pending.settle(id, { kind: 'refused', code, text, reason, particulars });
    }
    if (timeSyncReply) this.#feedClock(timeSyncReply.clientMs, timeSyncReply.serverUnixMs);
    if (assigned) this.#listener.assigned(assigned);
    if (identify) this.#listener.identify(identify);
    if (message.roomScreens) this.#listener.screens(message.roomScreens.alike);
    if (message.phone) this.#listener.phone(message.phone);
    if (message.servers) this.#know(message.servers.origins);
    if (goodbye?.reason === 'REASON_REVOKED') this.#shut();
    else if (goodbye) this.#lose({ gone: goodbye.reason === 'REASON_STOPPING' });
  }

  #welcome(welcome: Welcome): void {
    this.#feedClock(this.#helloSentMs, welcome.serverUnixMs);
    this.#listener.welcome(welcome);
    this.#know(welcome.servers?.origins ?? []);
    this.#hold(welcomed(this.#held, welcome));
    if (!this.#socket) return;
    this.#welcomed = true;
    this.#setStatus('up');
    if (this.#shows) this.#socket.send(this.#shows);
    for (const command of this.#pending.toResend()) this.#socket.send(command);
    this.#burstLeft = BURST;
    this.#sync();
  }

  #know(servers: readonly string[]): void {
    this.#servers.know(servers, this.#attempt.server);
    this.#listener.server(this.#attempt.server, servers);
  }

  #feedClock(sentMs: number, serverMs: number): void {
    this.#clock.feed({ sentMs, receivedMs: this.#outside.now(), serverMs });
  }

  /** Keeps the room; reconnects without one if a change is missing. */
  #hold(held: HeldRoom | undefined): void {
    this.#held = held;
    if (held) this.#listener.room(held);
    else this.#lose();
  }

  #sync(): void {
    this.#socket?.send(write({ timeSync: { clientMs: this.#outside.now() } }));
    this.#expectAnswer(this.#servers.alone ? DEAD_AFTER_MS : DEAD_AFTER_MS_OF_SEVERAL);
    this.#burstLeft = Math.max(0, this.#burstLeft - 1);
    this.#cancelTimer();
    this.#cancelTimer = this.#outside.after(
      this.#burstLeft > 0 ? BURST_EVERY_MS : SYNC_EVERY_MS,
      () => this.#sync(),
    );
  }

  /** Timed from a question, not from the last frame: the timers of a hidden tab run once a minute. */
  #expectAnswer(withinMs: number): void {
    if (this.#askedMs !== undefined) return;
    this.#askedMs = this.#outside.now();
    this.#cancelDeadline = this.#outside.after(withinMs, () => this.#lose({ gone: true }));
  }

  #answered(): void {
    this.#askedMs = undefined;
    this.#cancelDeadline();
  }

  /** @param gone the server stops, or is silent */
  #lose({ code, gone = false }: { code?: number; gone?: boolean } = {}): void {
    const now = this.#outside.now();
    if (this.#welcomed) {
      this.#lostAtMs = now;
      this.#servers.lost(gone);
    }
    this.#drop();
    this.#pending.expire();
    const refused = code && refusals[code];
    if (refused) this.#setStatus(refused);
    else if (this.#status === 'up') this.#isAway();
    this.#attempt = this.#servers.next(now - this.#lostAtMs);
    const delay = refused ? REFUSED_RETRY_MS : this.#attempt.afterMs;
    this.#cancelTimer();
    this.#cancelTimer = this.#outside.after(delay, () => this.#connect());
  }

  #isAway(): void {
    if (this.#servers.alone) return this.#setStatus('lost');
    this.#cancelMove ??= this.#outside.after(MOVES_WITHIN_MS, () => this.#setStatus('lost'));
  }

  /** The server revoked the token. */
  #shut(): void {
    this.close();
    this.#setStatus('revoked');
  }

  /** Closes the socket without waiting: a dead peer takes minutes. */
  #drop(): void {
    this.#answered();
    this.#welcomed = false;
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #setStatus(status: LinkStatus): void {
    this.#cancelMove?.();
    this.#cancelMove = undefined;
    if (status === this.#status) return;
    this.#status = status;
    this.#listener.status(status);
  }
}

function write(message: ClientMessage): string {
  return JSON.stringify(message);
}
