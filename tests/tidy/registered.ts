// ctest runs each test of a folder that registers its tests by name.
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { filesOf } from './tree.ts';

/** Reports tests whose name the CMakeLists.txt beside them does not contain. */
export function unregisteredTests(root: string): string[] {
  return filesOf(root, 'tests', ['.test.ts']).flatMap((path) => {
    const list = `${dirname(path)}/CMakeLists.txt`;
    // Vitest runs the folders without one as a whole.
    if (!existsSync(join(root, list))) return [];
    const words = new Set<string>(readFileSync(join(root, list), 'utf8').match(/\w+/g));
    return words.has(basename(path, '.test.ts')) ? [] : [`${list} does not name ${path}`];
  });
}
