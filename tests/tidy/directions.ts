// A page runs from left to right or from right to left: its style says start and end.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './tree.ts';

const physical =
  /^\s*((?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)[\w-]*|border-(?:top|bottom)-(?:left|right)-radius|left|right|(?:text-align|float|clear):\s*(?:left|right))\s*[:;]/;

/** Every line of a screen's style that names a side of the page, as a sentence. */
export function directionFaults(root: string): string[] {
  const files = ['clients', 'display'].flatMap((top) => filesOf(root, top, ['.svelte', '.css']));
  return files.flatMap((path) =>
    styleOf(path, readFileSync(join(root, path), 'utf8')).flatMap((line, i) => {
      const said = physical.exec(line)?.[1];
      return said ? [`${path}:${i + 1} says ${said}, which is the wrong side in Arabic`] : [];
    }),
  );
}

/** The lines of a file, those outside its style left empty. */
function styleOf(path: string, text: string): string[] {
  const lines = text.split('\n');
  if (path.endsWith('.css')) return lines;
  const from = lines.findIndex((line) => line.startsWith('<style'));
  return from < 0 ? [] : lines.map((line, i) => (i > from ? line : ''));
}
