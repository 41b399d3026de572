// The tree follows its own rules, and violations are found.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { directionFaults } from './directions.ts';
import { layerFaults } from './layers.ts';
import { limitFaults } from './limits.ts';
import { phraseFaults } from './phrases.ts';
import { unregisteredTests } from './registered.ts';
import { commandFaults, longFiles } from './shape.ts';
import { brokenTree } from './broken_tree.ts';

const ours = fileURLToPath(new URL('../..', import.meta.url));
const broken = brokenTree();
after(() => rmSync(broken, { recursive: true }));

test('no layer reaches a forbidden one', () => {
  assert.deepEqual(layerFaults(ours), []);
});

test('a layer that reaches a forbidden one is reported', () => {
  assert.deepEqual(layerFaults(broken), [
    'server/floor/room.cpp includes spdlog/spdlog.h, which server/floor may not include',
    'server/floor/room.cpp reaches server/rooms/room_writer.hpp, but server/floor may not reach server/rooms',
    'server/floor/room.cpp includes rostrum/v1/room.pb.h, which only server/wire may include',
    'server/net/server.cpp includes sqlite3.h, which only server/store may include',
    'server/net/server.cpp reaches server/store/log.hpp, but server/net may not reach server/store',
    'server/rooms/room_writer.hpp reaches server/wire/live.hpp, but server/rooms may not reach server/wire',
    'server/store/log.hpp includes boost/beast/core.hpp, which only server/net and server/replica and clients/cli may include',
    'clients/cli/watch.cpp reaches server/wire/live.hpp, but clients/cli may not reach server/wire',
    'clients/chair/Chair.svelte reaches display/Digits.svelte, but clients/chair may not reach display',
    'clients/chair/main.ts reaches clients/speaker/words, but clients/chair may not reach clients/speaker',
    'clients/kit/link.ts reaches clients/chair/main, but clients/kit may not reach clients/chair',
    'display/index.html reaches clients/chair/main.ts, but display may not reach clients/chair',
  ]);
});

test('no file is over 400 lines', () => {
  assert.deepEqual(longFiles(ours, 400), []);
});

test('a file that is too long is reported', () => {
  assert.deepEqual(longFiles(broken, 6), ['server/floor/command.hpp has 7 lines, 6 at most']);
});

test('every command has its handler, its test and its section', () => {
  assert.deepEqual(commandFaults(ours), []);
});

test('a command without handler, test or section is reported', () => {
  assert.deepEqual(commandFaults(broken), [
    'show_notice has no server/floor/commands/show_notice.cpp',
    'show_notice has no tests/floor/commands/show_notice_test.cpp',
    'show_notice has no section in docs/procedure.md',
  ]);
});

test('every test is registered', () => {
  assert.deepEqual(unregisteredTests(ours), []);
});

test('a test that is not registered is reported', () => {
  assert.deepEqual(unregisteredTests(broken), [
    'tests/scenes/CMakeLists.txt does not name tests/scenes/long_text.test.ts',
  ]);
});

test('every limit names its test', () => {
  assert.deepEqual(limitFaults(ours), []);
});

test('a limit without a test is reported', () => {
  assert.deepEqual(limitFaults(broken), [
    'docs/protocol.md does not exist',
    'docs/procedure.md: "a notice" names tests/floor/notice_test.cpp, which does not exist',
    'docs/procedure.md: "a name" names no test',
  ]);
});

test('no style uses left or right', () => {
  assert.deepEqual(directionFaults(ours), []);
});

test('a style that uses left or right is reported', () => {
  assert.deepEqual(directionFaults(broken), [
    'clients/chair/chair.css:2 uses margin-left, which is the wrong side in Arabic',
    'display/Clock.svelte:4 uses text-align: right, which is the wrong side in Arabic',
  ]);
});

test('no text contains a banned phrase', () => {
  assert.deepEqual(phraseFaults(ours), []);
});

test('a banned phrase is reported, except in released versions', () => {
  assert.deepEqual(phraseFaults(broken), [
    'CHANGELOG.md:3 contains "told"',
    'scripts/run:2 contains "anew"',
    'server/floor/commands/next.cpp:1 contains "Whoever"',
    'server/floor/commands/next.cpp:1 contains "tells"',
  ]);
});
