import { fromJsonString } from '@bufbuild/protobuf';
import { ServerClock } from '$kit/clock';
import { Link, type LinkStatus, type Socket } from '$kit/link';
import {
  parse,
  type AlikeScreens,
  type Assigned,
  type Identify,
  type Phone,
  type Role,
} from '$kit/protocol';
import type { HeldRoom } from '$kit/room';
import { ClientMessageSchema, ServerMessageSchema } from '$proto/live_pb';
import type { RoomSchema } from '$proto/room_pb';
import { jsonOf, type Fields } from './received';

type Sent = Fields<typeof ServerMessageSchema>;
type Received = Fields<typeof ClientMessageSchema>;

/** A link whose server, network and time a test controls. */
export class FakeServer {
  now = 1000;
  /** The server's clock less the client's. */
  aheadMs = 0;
  sockets = 0;
  /** Frames that the newest connection received. */
  received: Received[] = [];
  answerTime = false;
  refuseConnections = false;
  /** A server to which the page may not connect. */
  forbidden = '';
  /** The server to which the newest connection goes. */
  at = '';
  /** As the listener heard last. */
  present = '';
  known: readonly string[] = [];

  status: LinkStatus = 'connecting';
  role: Role = 'ROLE_UNSPECIFIED';
  room: HeldRoom | undefined;
  assigned: Assigned | undefined;
  identified: Identify | undefined;
  screens: readonly AlikeScreens[] | undefined;
  phone: Phone | undefined;
  clock = new ServerClock();
  link: Link;

  #socket: Socket | undefined;
  #former: Socket | undefined;
  #timers = new Map<number, { at: number; then: () => void }>();
  #ids = 0;

  /** @param servers that the page knows from an earlier visit */
  constructor(servers: readonly string[] = []) {
    this.link = new Link(
      {
        home: 'http://a',
        servers,
        socket: (server) => this.#accept(server),
        now: () => this.now,
        random: () => 0.5,
        newId: () => `command-${++this.#ids}`,
        after: (ms, then) => this.#after(ms, then),
      },
      this.clock,
      {
        status: (status) => (this.status = status),
        welcome: ({ role }) => (this.role = role),
        server: (present, known) => Object.assign(this, { present, known }),
        room: (held) => (this.room = held),
        assigned: (assigned) => (this.assigned = assigned),
        identify: (identify) => (this.identified = identify),
        screens: (screens) => (this.screens = screens),
        phone: (phone) => (this.phone = phone),
      },
      { token: 'TOKEN', device: 'Lectern' },
    );
  }

  open(): this {
    this.#socket?.onopen?.call(null as never, {} as Event);
    return this;
  }

  send(message: Sent): void {
    const data = jsonOf(ServerMessageSchema, message);
    this.#socket?.onmessage?.call(null as never, { data } as MessageEvent);
  }

  /** @param origins of the record's servers, if there are several */
  welcome(...origins: string[]): void {
    const room = { agenda: { roomId: 'xxvii' } };
    this.send({ welcome: { ...this.#greeting(origins), room } });
  }

  /** The same from a server that wrote it at another instant of the client's clock. */
  welcomeSent(atMs: number, ...origins: string[]): void {
    const greeting = { ...this.#greeting(origins), serverUnixMs: atMs + this.aheadMs };
    this.send({ welcome: { ...greeting, room: { agenda: { roomId: 'xxvii' } } } });
  }

  /** A Welcome for a client that holds the newest room. */
  confirm(...origins: string[]): void {
    this.send({ welcome: this.#greeting(origins) });
  }

  change(previousRevision: number, revision: number, sections: Fields<typeof RoomSchema>): void {
    const actsHash = String(revision * 10);
    this.send({ changed: { previousRevision, revision, actsHash, sections } });
  }

  drop(code = 1006): void {
    this.#socket?.onclose?.call(null as never, { code } as CloseEvent);
  }

  /** The first message of the newest connection. */
  hello() {
    const [first] = this.received;
    if (!first?.hello) throw new Error('the first message was no Hello');
    return first.hello;
  }

  /** Reports the end of a connection that the link dropped before. */
  closeLate(): void {
    this.#former?.onclose?.call(null as never, { code: 1006 } as CloseEvent);
  }

  lastCommand() {
    const last = this.received.findLast(({ command }) => command);
    if (!last?.command) throw new Error('no command was sent');
    return { ...last.command, id: last.command.id ?? '' };
  }

  /** Advances time and runs due timers in order. */
  pass(ms: number): void {
    const until = this.now + ms;
    for (;;) {
      const due = [...this.#timers].sort((a, b) => a[1].at - b[1].at)[0];
      if (!due || due[1].at > until) break;
      this.#timers.delete(due[0]);
      this.now = Math.max(this.now, due[1].at);
      due[1].then();
    }
    this.now = until;
  }

  /** Advances time without running timers, as in a closed laptop. */
  sleep(ms: number): void {
    this.now += ms;
  }

  /** Sleeps on a device whose monotonic clock and timers stop meanwhile. */
  sleepStoodStill(ms: number): void {
    this.aheadMs += ms;
  }

  /** The client's estimate of the server's clock, and its error. */
  get errorMs(): number {
    return Math.abs(this.clock.serverNow(this.now)! - (this.now + this.aheadMs));
  }

  #greeting(origins: string[]) {
    return {
      ...(origins.length > 0 && { servers: { origins } }),
      role: 'ROLE_CHAIR' as const,
      logId: 'log',
      revision: 7,
      actsHash: '70',
      serverUnixMs: this.now + this.aheadMs,
    };
  }

  #accept(server: string): Socket {
    if (server === this.forbidden) throw new Error('the policy forbids it');
    this.sockets++;
    this.at = server;
    this.received = [];
    const socket: Socket = {
      onopen: null,
      onmessage: null,
      onclose: null,
      send: (json) => this.#receive(json as string),
      close: () => {
        this.#former = socket;
        if (this.#socket === socket) this.#socket = undefined;
      },
    };
    this.#socket = socket;
    if (this.refuseConnections) this.#after(1, () => this.drop());
    return socket;
  }

  #receive(json: string): void {
    // Throws if it is not a message of the protocol.
    fromJsonString(ClientMessageSchema, json);
    const message = parse<Received>(json);
    this.received.push(message);
    if (!message.timeSync || !this.answerTime) return;
    const { clientMs } = message.timeSync;
    this.#after(4, () => {
      const serverUnixMs = this.now + this.aheadMs - 2;
      this.send({ timeSyncReply: { clientMs, serverUnixMs } });
    });
  }

  #after(ms: number, then: () => void): () => void {
    const id = ++this.#ids;
    this.#timers.set(id, { at: this.now + ms, then });
    return () => this.#timers.delete(id);
  }
}
