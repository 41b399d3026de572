// Pages run left to right or right to left, so styles use start and end instead of left and right.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './tree.ts';

const physical =
  /^\s*((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right|(?:text-align|float|clear):\s*(?:left|right))\s*[:;]/;

/** Reports each line of a screen's style that uses left or right. */
export function directionFaults(root: string): string[] {
  const files = ['clients', 'display'].flatMap((top) => filesOf(root, top, ['.svelte', '.css']));
  return files.flatMap((path) =>
    styleOf(path, readFileSync(join(root, path), 'utf8')).flatMap((line, i) => {
      const side = physical.exec(line)?.[1];
      return side ? [`${path}:${i + 1} uses ${side}, which is the wrong side in Arabic`] : [];
    }),
  );
}

/** The lines of a file, with those outside its style blank. */
function styleOf(path: string, text: string): string[] {
  const lines = text.split('\n');
  if (path.endsWith('.css')) return lines;
  const from = lines.findIndex((line) => line.startsWith('<style'));
  return from < 0 ? [] : lines.map((line, i) => (i > from ? line : ''));
}
