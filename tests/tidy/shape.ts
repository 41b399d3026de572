// Each command has a handler, a test and a section, and no file is too long.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './tree.ts';

/** Reports files with more than `most` lines. */
export function longFiles(root: string, most: number): string[] {
  return filesOf(root, '.', ['.cpp', '.hpp', '.ts', '.svelte', '.proto', '.css']).flatMap(
    (path) => {
      const lines = readFileSync(join(root, path), 'utf8').split('\n').length - 1;
      return lines > most ? [`${path} has ${lines} lines, ${most} at most`] : [];
    },
  );
}

/** Reports commands without handler, test or section. */
export function commandFaults(root: string): string[] {
  const procedure = readFileSync(join(root, 'docs/procedure.md'), 'utf8');
  return commandsOf(root).flatMap((command) => {
    const files = [
      `server/floor/commands/${command}.cpp`,
      `tests/floor/commands/${command}_test.cpp`,
    ];
    const faults = files
      .filter((path) => !existsSync(join(root, path)))
      .map((path) => `${command} has no ${path}`);
    const section = new RegExp(`^#+ .*\`${command}\``, 'm');
    return section.test(procedure)
      ? faults
      : [...faults, `${command} has no section in docs/procedure.md`];
  });
}

/** The names of the commands in the variant of server/floor/command.hpp. */
function commandsOf(root: string): string[] {
  const header = readFileSync(join(root, 'server/floor/command.hpp'), 'utf8');
  const [, body] = header.match(/using Command =\s*std::variant<([^>]*)>/) ?? [];
  if (!body) throw new Error('server/floor/command.hpp has no variant Command');
  const snake = (name: string) => name.replace(/\B[A-Z]/g, '_$&').toLowerCase();
  return [...body.matchAll(/\w+/g)].map(([name]) => snake(name));
}
