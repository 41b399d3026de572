// Each row of the tables of limits names an existing test.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reports rows under "Limits" without a test, or with one that does not exist. */
export function limitFaults(root: string): string[] {
  return ['docs/protocol.md', 'docs/procedure.md'].flatMap((page) => {
    const path = join(root, page);
    if (!existsSync(path)) return [`${page} does not exist`];
    const [, section = ''] = readFileSync(path, 'utf8').split('\n## Limits\n');
    const [table = ''] = section.split('\n## ');
    const rows = table.split('\n').filter((line) => line.startsWith('| '));
    // The first two lines are the table's header.
    return rows.slice(2).flatMap((row) => {
      const [what, ...cells] = row.slice(2, -2).split(' | ');
      const tests = [...(cells.at(-1) ?? '').matchAll(/`(tests\/[^`]+)`/g)].map(
        ([, test]) => test!,
      );
      if (tests.length === 0) return [`${page}: "${what}" names no test`];
      return tests
        .filter((test) => !existsSync(join(root, test)))
        .map((test) => `${page}: "${what}" names ${test}, which does not exist`);
    });
  });
}
