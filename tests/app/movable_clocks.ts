// Clocks of the programs under test, in the hands of a test.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { dataFolder } from './rostrum.ts';

/**
 * The programs that start from now on have clocks that can be moved.
 * @returns sets the wall clock, and the time since boot, by so many seconds
 */
export function movableClocks(t: TestContext): (wall: number, sinceBoot?: number) => void {
  const library = process.env.ROSTRUM_WALL_CLOCK;
  assert.ok(library, 'ROSTRUM_WALL_CLOCK names the library that moves the clocks');
  const file = join(dataFolder(t), 'off');
  const move = (wall: number, sinceBoot = 0) => writeFileSync(file, `${wall} ${sinceBoot}`);
  move(0);
  process.env.ROSTRUM_WALL_CLOCK_OFF = file;
  process.env.LD_PRELOAD = library;
  t.after(() => delete process.env.LD_PRELOAD);
  return move;
}
