// Which frames a display drops while the last minute of a statement counts down, by the browser's trace.
import type { CDPSession, Page } from 'playwright-core';
import type { Statement } from '../e2e/room.ts';
import { median } from './display.ts';

export interface Frames {
  presented: number;
  /** Frames that the compositor had begun and did not show, whether there was something new in them or not. */
  dropped: number;
  /** How often the digits changed. */
  changes: number;
  /** From the instant at which a digit is to change until the frame of it is handed over, in milliseconds. */
  lateMs: { median: number; worst: number };
  /** Changes that came more than two frames after that. */
  late: number;
}

/** One event of a trace, as much of it as is read here. */
interface Traced {
  name: string;
  ph: string;
  args?: { frame_reporter?: { state?: string } };
}

const frameMs = 1000 / 60;

const categories = ['cc', 'benchmark', 'devtools.timeline'];

/** Watches the digits of a statement until they have changed so often. */
export async function framesOf(
  page: Page,
  cdp: CDPSession,
  statement: Statement,
  changes: number,
): Promise<Frames> {
  const events: Traced[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as Traced[]) events.push(event);
  });
  await page.evaluate(noteChanges);
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  });
  await page.waitForFunction(
    (changes) => (window as unknown as Noted).changedMs.length >= changes,
    changes,
  );
  const complete = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
  await cdp.send('Tracing.end');
  await complete;
  const states = events
    .filter(({ name, ph }) => name === 'PipelineReporter' && ph === 'b')
    .map(({ args }) => args?.frame_reporter?.state ?? '');
  const changed = await page.evaluate(() => (window as unknown as Noted).changedMs);
  const late = changed.map((atMs) => lateness(statement, atMs));
  return {
    presented: states.filter((state) => state.startsWith('STATE_PRESENTED')).length,
    dropped: states.filter((state) => state === 'STATE_DROPPED').length,
    changes: changed.length,
    lateMs: { median: median(late), worst: Math.max(...late) },
    late: late.filter((ms) => ms > 2 * frameMs).length,
  };
}

interface Noted {
  changedMs: number[];
}

/** Notes when each frame with other digits was handed to the compositor, by the machine's clock. */
function noteChanges(): void {
  const changedMs: number[] = [];
  (window as unknown as Noted).changedMs = changedMs;
  const { port1, port2 } = new MessageChannel();
  // A task that is asked for in a frame runs after that frame.
  port1.onmessage = () => changedMs.push(performance.timeOrigin + performance.now());
  new MutationObserver(() => port2.postMessage(undefined)).observe(
    document.querySelector('[role=timer]')!,
    { subtree: true, childList: true, characterData: true },
  );
}

/** How long after the nearest whole second of a running statement, on the clock of this machine. */
function lateness(statement: Statement, atMs: number): number {
  const { allottedMs, elapsedBeforeMs, runningSinceUnixMs } = statement;
  const elapsed = atMs - Number(runningSinceUnixMs) + Number(elapsedBeforeMs);
  const beyond = (elapsed - Number(allottedMs)) % 1000;
  const positive = (beyond + 1000) % 1000;
  return positive > 500 ? positive - 1000 : positive;
}
