// Compiles each header and source alone, two in parallel: a unity build hides missing includes.
// `alone.ts server/net` checks one folder.
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const build = 'build/alone';
const setUp = ['--preset', 'dev', '-B', build, '-DCMAKE_UNITY_BUILD=OFF'];
execFileSync('cmake', setUp, { stdio: ['ignore', 'ignore', 'inherit'] });
// The contract's generated headers.
const contract = 'server/wire/generated/rostrum/v1/room.pb.h';
execFileSync('cmake', ['--build', build, '--target', contract], { stdio: 'inherit' });

interface Compiled {
  file: string;
  command: string;
}

const commands: Compiled[] = JSON.parse(readFileSync(`${build}/compile_commands.json`, 'utf8'));
const named = process.argv.slice(2);
const ours = named.length > 0 ? named : ['server', 'clients/cli', 'tests'];
const files = execFileSync('git', ['ls-files', ...ours], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => /\.[ch]pp$/.test(file));

/** A file's compile command. A header uses that of the first source in its or the nearest folder. */
function commandOf(file: string): string | undefined {
  const path = resolve(file);
  for (let folder = dirname(path); folder.startsWith(process.cwd()); folder = dirname(folder)) {
    const near = commands.find((one) => one.file === path) ?? inFolder(folder);
    if (near) return near.command.replace(/ -o \S+ -c \S+$/, ` -fsyntax-only -x c++ ${path}`);
  }
}

function inFolder(folder: string): Compiled | undefined {
  return commands.find((one) => one.file.startsWith(`${folder}/`));
}

const failed: string[] = [];
async function compile(): Promise<void> {
  for (let file = files.pop(); file; file = files.pop()) {
    const command = commandOf(file);
    // This preset does not build the libraries for LD_PRELOAD.
    if (!command) continue;
    const child = spawn(`${command} -Wno-pragma-once-outside-header`, {
      cwd: build,
      shell: true,
      stdio: 'inherit',
    });
    if ((await new Promise((ended) => child.once('exit', ended))) !== 0) failed.push(file);
  }
}
await Promise.all([compile(), compile()]);
if (failed.length > 0) console.error(`These do not compile alone:\n${failed.join('\n')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
