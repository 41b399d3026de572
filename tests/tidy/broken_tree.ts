// A small tree that breaks every rule, to test that each violation is found.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const files: Record<string, string> = {
  'server/floor/command.hpp': `#pragma once

/// Commands, one without its other files.
struct Next {};
struct ShowNotice {};

using Command = std::variant<Next, ShowNotice>;
`,
  'server/floor/commands/next.cpp': '// Whoever has the floor tells it.\n',
  'server/floor/room.cpp': `#include <spdlog/spdlog.h>

#include <vector>

#include "rooms/room_writer.hpp"
#include "rostrum/v1/room.pb.h"
`,
  'server/rooms/room_writer.hpp': '#include <time.h>\n#include "wire/live.hpp"\n',
  'server/wire/live.hpp': '#include "rostrum/v1/live.pb.h"\n',
  'server/store/log.hpp': '#include <boost/beast/core.hpp>\n#include <sqlite3.h>\n',
  'server/net/server.cpp': '#include <sqlite3.h>\n#include "store/log.hpp"\n',
  'clients/cli/watch.cpp': '#include <boost/beast/core.hpp>\n#include "wire/live.hpp"\n',
  'clients/chair/Chair.svelte': `<script lang="ts">
  import { link } from '$kit/link';
  import Digits from '../../display/Digits.svelte';
</script>
`,
  'clients/chair/main.ts': "import { words } from '../speaker/words';\n",
  'clients/kit/link.ts': "export * from '../chair/main';\n",
  'clients/speaker/words.ts': "import type { Room } from '$proto/room_pb';\n",
  'clients/chair/chair.css': 'p {\n  margin-left: 1rem;\n  margin-inline-end: 1rem;\n}\n',
  'display/Clock.svelte': `<time></time>
<style>
  time {
    text-align: right;
  }
</style>
`,
  'display/index.html': '<script type="module" src="/clients/chair/main.ts"></script>\n',
  'docs/procedure.md':
    '# Procedure\n\n## Next: `next`\n\n## Limits\n\n| what | limit | shown by |\n| --- | --- | --- |\n' +
    '| a notice | 800 bytes | `tests/floor/notice_test.cpp` |\n| a name | 400 bytes | |\n',
  'tests/floor/commands/next_test.cpp': '',
  'tests/scenes/CMakeLists.txt': 'foreach(part text)\nendforeach()\n',
  'tests/scenes/long_text.test.ts': '',
  'tests/scenes/text.test.ts': '',
  'tests/kit/link.test.ts': '',
  'scripts/run': '#!/bin/sh\n# Builds it anew.\n',
  'CHANGELOG.md': '## [Unreleased]\n\n- Screens are told.\n\n## [1.0.0]\n\n- Screens are told.\n',
};

/** Writes the tree and returns its root. */
export function brokenTree(): string {
  const root = mkdtempSync(join(tmpdir(), 'rostrum-broken-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
