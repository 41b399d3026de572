// The figures of a display, each next to its goal.
import { availableParallelism, cpus, loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { snapshot } from '../e2e/room.ts';
import { until } from '../e2e/limit.ts';
import { isKept, shownSeconds } from '../e2e/screens.ts';
import { weightOf } from './bundle.ts';
import { cpuOf, type Cpu } from './cpu.ts';
import { alone, median, openDisplay, Room } from './display.ts';
import { barePictures, openBare } from './bare_page.ts';
import { firstPictures, type FirstPicture } from './first_picture.ts';
import { framesOf, type Frames } from './frames.ts';
import { heldAfter, type Held } from './heap.ts';

export interface Length {
  pictures: number;
  countingS: number;
  /** Changes of the digits, one a second. */
  changes: number;
  hours: number;
  hourMs: number;
}

export const full: Length = {
  pictures: 15,
  countingS: 30,
  changes: 60,
  hours: 8,
  hourMs: 3_600_000,
};

export interface Figures {
  pictures: FirstPicture[];
  /** Of a page that holds one line of text: what this machine takes for any page. */
  barePictureMs: number[];
  cpu: Cpu;
  /** Of a page that changes one line of text a second, and does nothing else. */
  bareCpu: Cpu;
  frames: Frames;
  held: Held[];
}

/** Starts the program and a browser, and looks. */
export async function measure(length: Length): Promise<Figures> {
  const room = await Room.open(300);
  try {
    const held = await alone((browser) =>
      heldAfter(browser, room.links.display, length.hours, length.hourMs),
    );
    await room.begin();
    const pictures = await alone((browser) => firstPictures(browser, room, length.pictures));
    const barePictureMs = await alone((browser) => barePictures(browser, length.pictures));
    const { cpu, frames, bareCpu } = await alone(async (browser) => {
      const { page, cdp } = await openDisplay(browser);
      await page.goto(`${room.links.display}&lang=en`);
      await settled(page);
      const cpu = await cpuOf(browser, cdp, length.countingS);
      await room.leave(length.changes + 1);
      await until(async () => (await shownSeconds(page)) <= length.changes + 1);
      const statement = (await snapshot(room.links.chair)).room.floor.statement!;
      const frames = await framesOf(page, cdp, statement, length.changes);
      await page.context().close();
      const bare = await openBare(browser);
      return { cpu, frames, bareCpu: await cpuOf(browser, bare.cdp, length.countingS) };
    });
    return { pictures, barePictureMs, cpu, bareCpu, frames, held };
  } finally {
    await room.server.remove();
  }
}

/** A display has everything that it loads after its first picture, and nothing on it moves. */
async function settled(page: Page): Promise<void> {
  await isKept(page);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
}

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
const MB = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
const percent = (value: number) => `${value.toFixed(2)} %`;
const ms = (value: number) => `${value.toFixed(0)} ms`;
const times = (value: number) => `${value.toFixed(1)} times`;

/** As lines for people to read. */
export function report(figures: Figures): string[] {
  const { pictures, barePictureMs, cpu, bareCpu, frames, held } = figures;
  const [english, russian] = [weightOf('display', 'en'), weightOf('display', 'ru')];
  const truth = pictures.map(({ truthMs }) => truthMs);
  const painted = pictures.map(({ paintedMs }) => paintedMs);
  const [first, ...later] = held.map(({ heapBytes }) => heapBytes);
  return [
    `machine          ${availableParallelism()} cores, ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`,
    `bundle           ${kB(english.gzip)} gzip in English, ${kB(russian.gzip)} in Russian; ` +
      `brotli ${kB(english.brotli)}, ${kB(russian.brotli)}; ${english.files} files (at most 60 kB)`,
    `first picture    room shown after ${ms(median(truth))}, at best ${ms(Math.min(...truth))}, at worst ` +
      `${ms(Math.max(...truth))}; first paint after ${ms(median(painted))}, of ${pictures.length} (300 ms)`,
    `                 ${times(median(truth) / median(barePictureMs))} what a bare page takes, ${ms(median(barePictureMs))}`,
    `                 all processes of the browser took ${ms(median(pictures.map(({ cpuMs }) => cpuMs)))} of a core for it`,
    `counting         ${percent(cpu.renderer)} of a core: main thread ${percent(cpu.mainThread)}, ` +
      `compositor ${percent(cpu.compositor)} (below 2 %)`,
    `                 ${times(cpu.renderer / bareCpu.renderer)} what a bare page that counts takes, ${percent(bareCpu.renderer)}`,
    `                 in addition, pixels without a graphics card ${percent(cpu.gpuProcess)}, ` +
      `browser ${percent(cpu.browserProcess)}`,
    `last minute      ${frames.changes} changes of the digits, ${frames.presented} frames shown, ` +
      `${frames.dropped} dropped (none)`,
    `                 shown ${ms(frames.lateMs.median)} after the second, at worst ${ms(frames.lateMs.worst)}; ` +
      `${frames.late} more than two frames after it`,
    `memory           ${MB(first!)} at first; after each hour ${later.map(MB).join(', ')}`,
    `                 nodes ${held.map(({ nodes }) => nodes).join(', ')}; ` +
      `listeners ${held.map(({ listeners }) => listeners).join(', ')} (flat)`,
  ];
}
