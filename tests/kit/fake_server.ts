import { create, fromBinary, toBinary, type MessageInitShape } from '@bufbuild/protobuf';
import { ServerClock } from '$kit/clock';
import { Link, type LinkStatus, type Socket } from '$kit/link';
import type { HeldRoom } from '$kit/room';
import type { Command } from '$proto/command_pb';
import {
  ClientMessageSchema,
  ServerMessageSchema,
  type Assigned,
  type ClientMessage,
  type Hello,
  type Identify,
} from '$proto/live_pb';
import { type RoomSchema } from '$proto/room_pb';
import { Role } from '$proto/table_pb';

type Told = MessageInitShape<typeof ServerMessageSchema>['message'];

/** A link, and its server, network and time in the hands of a test. */
export class FakeServer {
  now = 1000;
  /** The server's clock less the client's. */
  aheadMs = 0;
  sockets = 0;
  /** What the newest connection has been sent. */
  received: ClientMessage['message'][] = [];
  answerTime = false;
  refuseConnections = false;

  status: LinkStatus = 'connecting';
  role = Role.UNSPECIFIED;
  room: HeldRoom | undefined;
  assigned: Assigned | undefined;
  identified: Identify | undefined;
  clock = new ServerClock();
  link: Link;

  #socket: Socket | undefined;
  #former: Socket | undefined;
  #timers = new Map<number, { at: number; then: () => void }>();
  #ids = 0;

  constructor() {
    this.link = new Link(
      {
        socket: () => this.#accept(),
        now: () => this.now,
        random: () => 0.5,
        newId: () => `command-${++this.#ids}`,
        after: (ms, then) => this.#after(ms, then),
      },
      this.clock,
      {
        status: (status) => (this.status = status),
        welcome: ({ role }) => (this.role = role),
        room: (held) => (this.room = held),
        assigned: (assigned) => (this.assigned = assigned),
        identify: (identify) => (this.identified = identify),
      },
      { token: 'TOKEN', device: 'Lectern' },
    );
  }

  open(): this {
    this.#socket?.onopen?.call(null as never, {} as Event);
    return this;
  }

  tell(message: Told): void {
    const bytes = toBinary(ServerMessageSchema, create(ServerMessageSchema, { message }));
    this.#socket?.onmessage?.call(null as never, { data: bytes.buffer } as MessageEvent);
  }

  welcome(): void {
    const room = { agenda: { roomId: 'xxvii' } };
    this.tell({ case: 'welcome', value: { ...this.#greeting(), room } });
  }

  /** A Welcome for a client that holds the newest room. */
  confirm(): void {
    this.tell({ case: 'welcome', value: this.#greeting() });
  }

  change(
    previousRevision: bigint,
    revision: bigint,
    sections: MessageInitShape<typeof RoomSchema>,
  ): void {
    this.tell({ case: 'changed', value: { previousRevision, revision, sections } });
  }

  drop(code = 1006): void {
    this.#socket?.onclose?.call(null as never, { code } as CloseEvent);
  }

  /** The first message of the newest connection. */
  hello(): Hello {
    const [first] = this.received;
    if (first?.case !== 'hello') throw new Error('the first message was no Hello');
    return first.value;
  }

  /** The network tells of the end of a connection that the link let go of before. */
  closeLate(): void {
    this.#former?.onclose?.call(null as never, { code: 1006 } as CloseEvent);
  }

  lastCommand(): Command {
    const last = this.received.findLast((message) => message.case === 'command');
    if (last?.case !== 'command') throw new Error('no command was sent');
    return last.value;
  }

  /** Lets time pass, running what falls due in its order. */
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

  /** Lets time pass without running anything, as in a laptop that is shut. */
  sleep(ms: number): void {
    this.now += ms;
  }

  /** The same on a device whose monotonic clock and timers stand still meanwhile. */
  sleepStoodStill(ms: number): void {
    this.aheadMs += ms;
  }

  /** What the client takes for the server's clock, and how far that is out. */
  get errorMs(): number {
    return Math.abs(this.clock.serverNow(this.now)! - (this.now + this.aheadMs));
  }

  #greeting() {
    return { role: Role.CHAIR, logId: 'log', revision: 7n, serverUnixMs: this.now + this.aheadMs };
  }

  #accept(): Socket {
    this.sockets++;
    this.received = [];
    const socket: Socket = {
      binaryType: 'blob',
      onopen: null,
      onmessage: null,
      onclose: null,
      send: (bytes) => this.#receive(bytes as Uint8Array),
      close: () => {
        this.#former = socket;
        if (this.#socket === socket) this.#socket = undefined;
      },
    };
    this.#socket = socket;
    if (this.refuseConnections) this.#after(1, () => this.drop());
    return socket;
  }

  #receive(bytes: Uint8Array): void {
    const { message } = fromBinary(ClientMessageSchema, bytes);
    this.received.push(message);
    if (message.case !== 'timeSync' || !this.answerTime) return;
    const { clientMs } = message.value;
    this.#after(4, () => {
      const serverUnixMs = this.now + this.aheadMs - 2;
      this.tell({ case: 'timeSyncReply', value: { clientMs, serverUnixMs } });
    });
  }

  #after(ms: number, then: () => void): () => void {
    const id = ++this.#ids;
    this.#timers.set(id, { at: this.now + ms, then });
    return () => this.#timers.delete(id);
  }
}
