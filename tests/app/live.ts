// A live connection, in JSON, with nothing done for it.
import { once } from 'node:events';

export interface Told {
  welcome?: { revision: string; serverUnixMs: number; room: LiveRoom };
  accepted?: { id: string; revision: string };
  refused?: { id: string; code: string; text: string };
  timeSyncReply?: { clientMs: number; serverUnixMs: number };
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
  #told: Told[] = [];
  #heard = () => {};
  #fail: (why: Error) => void = () => {};

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.onmessage = ({ data }) => {
      this.#told.push(JSON.parse(String(data)) as Told);
      this.#heard();
    };
    socket.onclose = ({ code }) => this.#fail(new Error(`the connection was closed: ${code}`));
  }

  /** Joins room xxvii. The Welcome is the first that is told. */
  static async join(origin: string, token: string): Promise<Live> {
    const address = `${origin.replace('http', 'ws')}/api/v1/rooms/xxvii/live`;
    const socket = new WebSocket(address, 'rostrum.v1.json');
    await once(socket, 'open');
    const live = new Live(socket);
    live.say({ hello: { token } });
    return live;
  }

  say(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  /** The first of a kind, from now on. */
  async told<Kind extends keyof Told>(kind: Kind): Promise<NonNullable<Told[Kind]>> {
    for (;;) {
      const next = this.#told.shift();
      if (next?.[kind]) return next[kind];
      if (next) continue;
      await new Promise<void>((heard, fail) => {
        this.#heard = heard;
        this.#fail = fail;
      });
    }
  }

  close(): void {
    this.#socket.close();
  }
}
