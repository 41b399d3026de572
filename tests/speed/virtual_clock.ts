// Put into a page before anything of it runs: time stands still until it is wound on, and the server is a
// script. So hours pass in minutes, and every timer, frame and message of them comes in its turn.

/** What the page offers from then on. */
export interface VirtualClock {
  /**
   * Lets so much time pass.
   *
   * @param messages what the server sends, and when, counted from now
   */
  advance(
    ms: number,
    messages: readonly (readonly [atMs: number, message: string])[],
  ): Promise<void>;
}

export interface Start {
  /** The wall clock, and the server's: Unix milliseconds. */
  unixMs: number;
  /** What answers a Hello. */
  welcome: string;
}

/** Stands for itself: it is run in the page, and has nothing from outside. */
export function installVirtualClock({ unixMs, welcome }: Start): void {
  const realFrame = requestAnimationFrame.bind(window);
  const frameMs = 1000 / 60;
  /** How often the page is really painted. */
  const paintEveryMs = 10_000;

  let nowMs = 1;
  let lastId = 0;
  const waiting = new Map<number, { atMs: number; run: () => void }>();

  function after(ms: number, run: () => void): number {
    waiting.set(++lastId, { atMs: nowMs + Math.max(ms, 0), run });
    return lastId;
  }
  /** A whole frame at times, and never nothing. */
  const untilFrameMs = () => (Math.floor(nowMs / frameMs + 0.001) + 1) * frameMs - nowMs;
  const cancel = (id: number) => void waiting.delete(id);

  performance.now = () => nowMs;
  Date.now = () => unixMs + nowMs;
  Object.assign(window, {
    setTimeout: (run: () => void, ms = 0) => after(Math.max(ms, 1), run),
    clearTimeout: cancel,
    requestAnimationFrame: (run: (atMs: number) => void) => after(untilFrameMs(), () => run(nowMs)),
    cancelAnimationFrame: cancel,
  });

  class Server {
    static latest: Server | undefined;
    onopen: (() => void) | null = null;
    onmessage: ((event: { data: string }) => void) | null = null;
    onclose: (() => void) | null = null;

    constructor() {
      Server.latest = this;
      after(1, () => this.onopen?.());
    }

    send(json: string): void {
      const { hello, timeSync } = JSON.parse(json);
      if (hello) this.deliver(welcome);
      if (timeSync) {
        const timeSyncReply = { ...timeSync, serverUnixMs: unixMs + nowMs };
        this.deliver(JSON.stringify({ timeSyncReply }));
      }
    }

    deliver(data: string): void {
      after(1, () => this.onmessage?.({ data }));
    }

    close(): void {
      throw new Error('the display has given up its server');
    }
  }
  Object.assign(window, { WebSocket: Server });

  /** Everything that was asked for meanwhile is done. */
  const { port1, port2 } = new MessageChannel();
  const settled = () =>
    new Promise<void>((done) => {
      port1.onmessage = () => done();
      port2.postMessage(undefined);
    });
  const painted = () => new Promise((done) => realFrame(() => realFrame(done)));

  const wound: VirtualClock = {
    async advance(ms, messages) {
      const endMs = nowMs + ms;
      for (const [atMs, message] of messages)
        after(atMs, () => {
          Server.latest?.deliver(message);
          paintMs = nowMs + 1;
        });
      let paintMs = nowMs + paintEveryMs;
      for (;;) {
        let next: [id: number, atMs: number] = [0, endMs];
        for (const [id, { atMs }] of waiting) if (atMs < next[1]) next = [id, atMs];
        const [id, atMs] = next;
        nowMs = Math.max(nowMs, atMs);
        if (id === 0) return;
        const { run } = waiting.get(id)!;
        waiting.delete(id);
        run();
        await settled();
        if (nowMs > paintMs) {
          await painted();
          paintMs = nowMs + paintEveryMs;
        }
      }
    },
  };
  Object.assign(window, { wound });
}
