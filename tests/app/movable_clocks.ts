// Lets a test move the clocks of the programs under test.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { dataFolder } from './rostrum.ts';

/**
 * Makes the clocks of programs started from now on movable.
 * @returns a function that moves the wall clock, and the time since boot, by this many seconds
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
