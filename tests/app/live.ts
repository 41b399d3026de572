// A live connection in JSON, without the kit's link.
import { once } from 'node:events';

export interface ServerMessage {
  welcome?: Seen & { serverUnixMs: number; room: LiveRoom };
  accepted?: { id: string; revision: string };
  refused?: { id: string; code: string; text: string };
  timeSyncReply?: { clientMs: number; serverUnixMs: number };
}

/** Identifies a state that a client holds. */
export interface Seen {
  logId: string;
  revision: string;
  actsHash?: string;
}

export interface LiveRoom {
  floor: {
    statement?: {
      id: string;
      inscriptionId: string;
      allottedMs: string;
      elapsedBeforeMs: string;
      runningSinceUnixMs: string;
    };
    lostTime?: { awayMs: string; offeredMs: string };
  };
}

export class Live {
  #socket: WebSocket;
  #received: ServerMessage[] = [];
  #notify = () => {};
  #fail: (why: Error) => void = () => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => {
      this.#received.push(JSON.parse(String(data)) as ServerMessage);
      this.#notify();
    };
    socket.onclose = ({ code }) => this.#fail(new Error(`the connection was closed: ${code}`));
  }

  /** Joins room xxvii. The first message is the Welcome. */
  static async join(origin: string, token: string, seen?: Seen): Promise<Live> {
    const address = `${origin.replace('http', 'ws')}/api/v1/rooms/xxvii/live`;
    const socket = new WebSocket(address, 'rostrum.v1.json');
    await once(socket, 'open');
    const live = new Live(socket);
    live.send({ hello: { token, seen } });
    return live;
  }

  send(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  /** Waits for the next message of a kind. */
  async next<Kind extends keyof ServerMessage>(
    kind: Kind,
  ): Promise<NonNullable<ServerMessage[Kind]>> {
    for (;;) {
      const message = this.#received.shift();
      if (message?.[kind]) return message[kind];
      if (message) continue;
      await new Promise<void>((arrived, fail) => {
        this.#notify = arrived;
        this.#fail = fail;
      });
    }
  }

  close(): void {
    this.#socket.close();
  }
}
