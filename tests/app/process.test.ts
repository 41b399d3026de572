// The process and its environment: its user, its files, its system calls.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { until } from '../e2e/limit.ts';
import { dataFolder, program, Serving } from './rostrum.ts';

const unit = 'scripts/rostrum.service';
const nobody = 65534;
const isRoot = process.getuid?.() === 0;
/** Drops root's rights; does nothing for other users. */
const asNobody = isRoot
  ? ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups', '--no-new-privs']
  : [];

/** A copy of the program that every user can reach. */
function programForAll(t: TestContext): string {
  const folder = dataFolder(t);
  const copy = join(folder, 'rostrum');
  copyFileSync(program, copy);
  chmodSync(folder, 0o755);
  return copy;
}

function dataFolderOfNobody(t: TestContext): string {
  const data = dataFolder(t);
  if (isRoot) chownSync(data, nobody, nobody);
  return data;
}

/** A meeting that uses the disk in every way: acts, an erased name, an end. */
async function holdMeeting(server: Serving): Promise<void> {
  const secretariat = server.token('Secretariat');
  const plate = { meetingId: 'cuba', delegationId: 'national-cso-1' };
  const acts = [
    { openMeeting: { meetingId: 'cuba' } },
    { nameSpeaker: { ...plate, name: 'A name that goes again' } },
    { withholdName: plate },
    { eraseName: plate },
  ];
  for (const [number, act] of acts.entries()) {
    const answer = await server.command(secretariat, { id: `process-${number}`, ...act });
    assert.equal(answer.status, 200, await answer.text());
  }
  assert.equal(await server.end('SIGTERM'), 0);
}

/**
 * The calls of a `strace` report, by name: `openat(AT_FDCWD, "file", O_RDONLY) = 3`. A call that
 * another thread interrupts is a second line, `<... openat resumed>`, which repeats no argument.
 */
function calls(report: string): { name: string; rest: string }[] {
  return report
    .split('\n')
    .map((line) => /^\d+ +(\w+)\((.*)$/.exec(line))
    .filter((found) => found !== null)
    .map(([, name = '', rest = '']) => ({ name, rest }));
}

async function callsOfAMeeting(t: TestContext): Promise<[string, ReturnType<typeof calls>]> {
  const data = dataFolderOfNobody(t);
  const report = join(dataFolder(t), 'report');
  const strace = ['strace', '-D', '-f', '-s', '256', '-o', report];
  const server = await Serving.startBy(
    t,
    [...strace, ...asNobody, programForAll(t)],
    data,
    '--demo',
  );
  await holdMeeting(server);
  const read = () => readFileSync(report, 'utf8');
  // strace outlives the program by a moment; nothing but the ends of threads follows this line.
  await until(() => read().includes(' exit_group(0) '));
  return [data, calls(read())];
}

/** The system calls that a filter of systemd's names: `@system-service`, `read`. */
function systemCalls(filters: readonly string[]): Set<string> {
  const sets = new Map<string, string[]>();
  let members: string[] = [];
  for (const line of execFileSync('systemd-analyze', ['syscall-filter', '--no-pager'], {
    encoding: 'utf8',
  }).split('\n')) {
    if (line.startsWith('@')) sets.set(line.trim(), (members = []));
    else if (/^ +[@\w]/.test(line)) members.push(line.trim());
  }
  const flat = (name: string): string[] =>
    name.startsWith('@') ? (sets.get(name) ?? assert.fail(name)).flatMap(flat) : [name];
  return new Set(filters.flatMap(flat));
}

/** The unit's settings; a list for those that may repeat. */
function settings(name: string): string[] {
  return readFileSync(unit, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith(`${name}=`))
    .flatMap((line) => line.slice(name.length + 1).split(' '));
}

test('an unprivileged user can serve, and only that user can read the data', async (t) => {
  const data = dataFolderOfNobody(t);
  const server = await Serving.startBy(t, [...asNobody, programForAll(t)], data, '--demo');
  await holdMeeting(server);
  assert.doesNotMatch(server.log, /root/);
  const files = readdirSync(data);
  assert.deepEqual(files.sort(), ['access.db', 'alive', 'lock', 'log.db']);
  for (const file of files) assert.equal(statSync(join(data, file)).mode & 0o777, 0o600, file);
});

test('root is warned that it need not be root', { skip: !isRoot }, async (t) => {
  const server = await Serving.start(t, dataFolder(t), '--demo');
  assert.match(server.log, /warning: running as root, without need/);
});

test('no core is dumped, and no process of the same user reads its memory', async (t) => {
  const copy = programForAll(t);
  const server = await Serving.startBy(t, [...asNobody, copy], dataFolderOfNobody(t), '--demo');
  const look = (pid: number) =>
    spawnSync('setpriv', [...asNobody.slice(1), 'cat', `/proc/${pid}/environ`], {
      encoding: 'utf8',
    });
  assert.match(look(server.pid).stderr, /Permission denied/);
});

test('nothing outside the data folder is written', async (t) => {
  const [data, made] = await callsOfAMeeting(t);
  const changes =
    /^(creat|mkdir|rmdir|unlink|rename|link|symlink|chmod|fchmodat|chown|lchown|truncate|mknod|utime)/;
  const written = made
    .filter(
      ({ name, rest }) =>
        changes.test(name) || (name.startsWith('open') && /O_(WRONLY|RDWR|CREAT|TRUNC)/.test(rest)),
    )
    .map(({ rest }) => /"([^"]*)"/.exec(rest)?.[1] ?? '');
  assert.ok(
    written.some((path) => path.endsWith('/log.db')),
    'the log is written',
  );
  assert.deepEqual(
    written.filter((path) => path !== data && !path.startsWith(`${data}/`)),
    [],
  );
});

test("the service's sandbox allows every system call of the program", async (t) => {
  const [, made] = await callsOfAMeeting(t);
  const filters = settings('SystemCallFilter');
  const [allowed, denied] = ['', '~'].map((sign) => {
    const first = filters.findIndex((word) => word.startsWith('~'));
    return systemCalls(
      (sign ? filters.slice(first) : filters.slice(0, first)).map((word) => word.replace('~', '')),
    );
  });
  const names = new Set(made.map(({ name }) => name));
  // strace and setpriv use these to start the program.
  for (const before of ['execve', 'setresuid', 'setresgid', 'setgroups', 'capset'])
    names.delete(before);
  assert.ok(names.has('fdatasync') && names.has('epoll_wait'), 'the report is whole');
  assert.deepEqual(
    [...names].filter((name) => !allowed?.has(name) || denied?.has(name)),
    [],
  );
  const families = new Set(settings('RestrictAddressFamilies'));
  for (const { name, rest } of made)
    if (name === 'socket') assert.ok(families.has(rest.split(',')[0] ?? ''), rest);
  for (const { name, rest } of made)
    if (name === 'mmap' || name === 'mprotect')
      assert.doesNotMatch(rest, /PROT_WRITE\|PROT_EXEC/, rest);
});

test("the service's sandbox is tight", () => {
  const { status, stdout } = spawnSync(
    'systemd-analyze',
    ['security', '--offline=true', '--no-pager', '--threshold=15', unit],
    { encoding: 'utf8' },
  );
  assert.match(stdout, /Overall exposure level for rostrum\.service: 1\.\d OK/);
  assert.equal(status, 0);
});

test('the program is hardened by its compiler and linker', () => {
  const elf = (...what: string[]) =>
    execFileSync('readelf', ['--wide', ...what, program], { encoding: 'utf8' });
  assert.match(elf('--file-header'), /Type: +DYN \(Position-Independent Executable file\)/);
  assert.match(elf('--program-headers'), /GNU_RELRO/);
  assert.match(elf('--program-headers'), /GNU_STACK +(0x0+ +){3}0x0+ 0x0+ RW /);
  assert.match(elf('--dynamic'), /FLAGS_1\).*\bNOW\b/);
  const symbols = elf('--dyn-syms');
  assert.match(symbols, /__stack_chk_fail/);
  assert.match(symbols, /__\w+_chk@/);
  assert.match(symbols, /__glibcxx_assert_fail/);
});

test('docs/dependencies.json lists the dependencies of the program', () => {
  interface Bill {
    components: { name: string; version: string; purl: string; licenses: unknown }[];
  }
  const read = (text: string) =>
    (JSON.parse(text) as Bill).components.map(({ name, version, purl, licenses }) => ({
      name,
      licenses,
      // Debian fixes its packages within a release.
      version: purl.startsWith('pkg:deb/') ? 'any' : version,
    }));
  const now = execFileSync('node', ['scripts/sbom.mjs', program], { encoding: 'utf8' });
  assert.deepEqual(read(readFileSync('docs/dependencies.json', 'utf8')), read(now));
});
