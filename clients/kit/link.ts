import { retryDelayMs } from './backoff';
import type { ServerClock } from './clock';
import { Pending, type Outcome } from './pending';
import {
  parse,
  type CommandBody,
  type Assigned,
  type ClientMessage,
  type Identify,
  type ServerMessage,
  type Welcome,
} from './protocol';
import { changed, welcomed, type HeldRoom } from './room';

/**
 * - `connecting`: for the first time
 * - `up`: what is held is what the server holds
 * - `lost`: it was up, and is being reconnected
 * - `token-refused`, `no-such-room`: the server answered so; asked again now and then, since a
 *   display that nobody touches must come back by itself
 * - `revoked`: the secretariat has shut this screen out; never asked again
 */
export type LinkStatus =
  'connecting' | 'up' | 'lost' | 'token-refused' | 'no-such-room' | 'revoked';

/** The part of a WebSocket that a link needs. */
export type Socket = Pick<WebSocket, 'onopen' | 'onmessage' | 'onclose' | 'send' | 'close'>;

/** Everything outside: passed in, so that tests hold time, chance and the network. */
export interface Outside {
  /** Opens a WebSocket to the room, with subprotocol rostrum.v1.json. */
  socket(): Socket;
  /** Milliseconds of a monotonic clock. */
  now(): number;
  /** 0 to below 1. */
  random(): number;
  /** 8 to 64 of [A-Za-z0-9_-], never the same twice. */
  newId(): string;
  /** @returns what takes it back */
  after(ms: number, then: () => void): () => void;
}

export interface LinkListener {
  status(status: LinkStatus): void;
  /** What a Welcome tells beside the room: who this connection is. */
  welcome(welcome: Welcome): void;
  room(held: HeldRoom): void;
  /** What the secretariat has made of this screen; with a token it is to go elsewhere. */
  assigned(assigned: Assigned): void;
  /** Somebody looks for this screen. */
  identify(identify: Identify): void;
}

/** docs/protocol.md: close codes for a Hello that opens nothing. */
const TOKEN_REFUSED = 4401;
const NO_SUCH_ROOM = 4404;

const BURST = 6;
const BURST_EVERY_MS = 60;
const SYNC_EVERY_MS = 5000;
/** A server that leaves a question unanswered this long is gone: 10 s after its last word at most. */
const DEAD_AFTER_MS = 5000;
const REFUSED_RETRY_MS = 15_000;
/** A server gives up a client that was silent for as long as this. */
const GIVEN_UP_AFTER_MS = 15_000;

/** One client's link to a room: connects, keeps the room and the clock, and never gives up. */
export class Link {
  #outside: Outside;
  #clock: ServerClock;
  #listener: LinkListener;
  #hello: { token: string; device: string };

  #socket: Socket | undefined;
  #status: LinkStatus = 'connecting';
  #held: HeldRoom | undefined;
  #pending: Pending;
  #helloSentMs = 0;
  #attempts = 0;
  #lostAtMs: number;
  /** When the oldest question left that nothing has answered since. */
  #askedMs: number | undefined;
  #burstLeft = 0;
  #cancelTimer = () => {};
  #cancelDeadline = () => {};

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
    this.#connect();
  }

  /**
   * Asks for an act. Answers with what became of it; `disconnected` at once while the link is not
   * up. One that is on its way when the link breaks is sent again after the reconnect, with its id,
   * so that it is done once.
   */
  send(command: CommandBody): Promise<Outcome> {
    if (this.#status !== 'up') return Promise.resolve({ kind: 'disconnected' });
    const id = this.#outside.newId();
    const message = write({ command: { id, [command.case]: command.value } });
    const outcome = this.#pending.add(id, message);
    this.#socket?.send(message);
    return outcome;
  }

  /** The device woke or its network came back: do at once what would be done sooner or later. */
  nudge(): void {
    if (this.#status === 'revoked') return;
    if (this.#socket) {
      if (this.#status === 'up') this.#sync();
      return;
    }
    this.#cancelTimer();
    this.#connect();
  }

  /**
   * The device slept while its monotonic clock stood still: nothing that was timed by it holds. The
   * time is asked for at once, over a new connection where the server cannot have kept the old one.
   */
  woke(sleptMs: number): void {
    this.#clock.doubt(this.#outside.now());
    this.#pending.age();
    if (this.#status === 'up') {
      if (sleptMs >= GIVEN_UP_AFTER_MS) this.#lose();
      else this.#burstLeft = BURST;
    }
    this.nudge();
  }

  /** Ends the link for good. */
  close(): void {
    this.#cancelTimer();
    this.#drop();
    this.#pending.giveUp();
  }

  #connect(): void {
    const socket = this.#outside.socket();
    this.#socket = socket;
    socket.onopen = () => {
      this.#helloSentMs = this.#outside.now();
      const seen = this.#held && { logId: this.#held.logId, revision: this.#held.revision };
      socket.send(write({ hello: { ...this.#hello, seen } }));
    };
    socket.onmessage = ({ data }) => this.#receive(parse(data));
    socket.onclose = ({ code }) => this.#lose(code);
    this.#expectAnswer();
  }

  #receive(message: ServerMessage): void {
    this.#heard();
    const { welcome, accepted, refused, timeSyncReply, assigned, identify, goodbye } = message;
    if (welcome) this.#welcome(welcome);
    if (message.changed) this.#hold(this.#held && changed(this.#held, message.changed));
    if (accepted) {
      const { id, revision } = accepted;
      this.#pending.settle(id, { kind: 'accepted', revision });
    }
    if (refused) {
      const { id, code, text } = refused;
      this.#pending.settle(id, { kind: 'refused', code, text });
    }
    if (timeSyncReply) this.#feedClock(timeSyncReply.clientMs, timeSyncReply.serverUnixMs);
    if (assigned) this.#listener.assigned(assigned);
    if (identify) this.#listener.identify(identify);
    if (goodbye) return goodbye.reason === 'REASON_REVOKED' ? this.#shut() : this.#lose();
  }

  #welcome(welcome: Welcome): void {
    this.#feedClock(this.#helloSentMs, welcome.serverUnixMs);
    this.#listener.welcome(welcome);
    this.#hold(welcomed(this.#held, welcome));
    if (!this.#socket) return;
    this.#attempts = 0;
    this.#setStatus('up');
    for (const command of this.#pending.toResend()) this.#socket.send(command);
    this.#burstLeft = BURST;
    this.#sync();
  }

  #feedClock(sentMs: number, serverMs: number): void {
    this.#clock.feed({ sentMs, receivedMs: this.#outside.now(), serverMs });
  }

  /** Holds the room, or, when there is a gap, starts from nothing. */
  #hold(held: HeldRoom | undefined): void {
    this.#held = held;
    if (held) this.#listener.room(held);
    else this.#lose();
  }

  #sync(): void {
    this.#socket?.send(write({ timeSync: { clientMs: this.#outside.now() } }));
    this.#expectAnswer();
    this.#burstLeft = Math.max(0, this.#burstLeft - 1);
    this.#cancelTimer();
    this.#cancelTimer = this.#outside.after(
      this.#burstLeft > 0 ? BURST_EVERY_MS : SYNC_EVERY_MS,
      () => this.#sync(),
    );
  }

  /**
   * Counted from a question and not from the last word: in a hidden tab timers run once a minute,
   * and a silence that nobody broke proves nothing.
   */
  #expectAnswer(): void {
    if (this.#askedMs !== undefined) return;
    this.#askedMs = this.#outside.now();
    this.#cancelDeadline = this.#outside.after(DEAD_AFTER_MS, () => this.#lose());
  }

  #heard(): void {
    this.#askedMs = undefined;
    this.#cancelDeadline();
  }

  #lose(code?: number): void {
    const now = this.#outside.now();
    if (this.#status === 'up') this.#lostAtMs = now;
    this.#drop();
    this.#pending.expire();
    const answered = this.#answerOf(code);
    if (answered) this.#setStatus(answered);
    else if (this.#status === 'up') this.#setStatus('lost');
    const delay = answered
      ? REFUSED_RETRY_MS
      : retryDelayMs(this.#attempts++, now - this.#lostAtMs, this.#outside.random());
    this.#cancelTimer();
    this.#cancelTimer = this.#outside.after(delay, () => this.#connect());
  }

  #answerOf(code: number | undefined): LinkStatus | undefined {
    if (code === TOKEN_REFUSED) return 'token-refused';
    if (code === NO_SUCH_ROOM) return 'no-such-room';
    return undefined;
  }

  /** The server wants nothing to do with this token any more. */
  #shut(): void {
    this.close();
    this.#setStatus('revoked');
  }

  /** Lets go of the socket without waiting for it: a dead peer takes minutes to close. */
  #drop(): void {
    this.#heard();
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #setStatus(status: LinkStatus): void {
    if (status === this.#status) return;
    this.#status = status;
    this.#listener.status(status);
  }
}

function write(message: ClientMessage): string {
  return JSON.stringify(message);
}
