// What a counting display takes of a core, by the kernel's account and by the browser's.
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, CDPSession } from 'playwright-core';

/** Parts of a core, in percent. */
export interface Cpu {
  /** The page's process, all threads of it. */
  renderer: number;
  /** Of that: the thread that scripts, styles and layout run on, and the one that composes frames. */
  mainThread: number;
  compositor: number;
  /** What draws the pixels: a graphics card's work, where there is one. */
  gpuProcess: number;
  /** The rest of the browser, DevTools included. */
  browserProcess: number;
  /** Of the main thread, as the browser reports it. */
  script: number;
  styleAndLayout: number;
}

/** @param cdp of the only page of this browser */
export async function cpuOf(browser: Browser, cdp: CDPSession, seconds: number): Promise<Cpu> {
  await cdp.send('Performance.enable');
  const whole = await browser.newBrowserCDPSession();
  const before = await checkScreen(whole, cdp);
  const began = performance.now();
  await wait(seconds * 1000);
  const after = await checkScreen(whole, cdp);
  const took = (performance.now() - began) / 1000;
  await whole.detach();
  const share = (of: (at: Look) => number) => (100 * (of(after) - of(before))) / took;
  return {
    renderer: share(({ cpu }) => cpu.renderer),
    mainThread: share(({ cpu }) => cpu.mainThread),
    compositor: share(({ cpu }) => cpu.compositor),
    gpuProcess: share(({ cpu }) => cpu.gpu),
    browserProcess: share(({ cpu }) => cpu.browser),
    script: share(({ metrics }) => metrics.ScriptDuration!),
    styleAndLayout: share(({ metrics }) => metrics.RecalcStyleDuration! + metrics.LayoutDuration!),
  };
}

/** What all processes of a browser have taken, in milliseconds of one core. */
export async function takenMs(browser: Browser): Promise<number> {
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  await whole.detach();
  const threads = processInfo.flatMap(({ id }) => threadsOf(id));
  return threads.reduce((total, { seconds }) => total + seconds * 1000, 0);
}

type Look = Awaited<ReturnType<typeof checkScreen>>;

/** All in seconds. */
async function checkScreen(whole: CDPSession, page: CDPSession) {
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  const pids = (type: string) => processInfo.filter((one) => one.type === type).map(({ id }) => id);
  const threads = (type: string) => pids(type).flatMap(threadsOf);
  const sum = (of: Thread[]) => of.reduce((total, { seconds }) => total + seconds, 0);
  const renderer = threads('renderer');
  const { metrics } = await page.send('Performance.getMetrics');
  return {
    cpu: {
      renderer: sum(renderer),
      mainThread: sum(renderer.filter(({ main }) => main)),
      compositor: sum(renderer.filter(({ name }) => name.startsWith('Compositor'))),
      gpu: sum(threads('GPU')),
      browser: sum(threads('browser')),
    },
    metrics: Object.fromEntries(metrics.map(({ name, value }) => [name, value])),
  };
}

interface Thread {
  name: string;
  main: boolean;
  seconds: number;
}

function threadsOf(pid: number): Thread[] {
  return readdirSync(`/proc/${pid}/task`).map((tid) => {
    const of = (file: string) => readFileSync(`/proc/${pid}/task/${tid}/${file}`, 'utf8');
    // The first of it: nanoseconds on a core.
    const seconds = parseInt(of('schedstat')) / 1e9;
    return { name: of('comm').trim(), main: Number(tid) === pid, seconds };
  });
}
