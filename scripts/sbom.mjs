// Prints the program's components, with versions and licences, as CycloneDX JSON:
//
//   node scripts/sbom.mjs [PROGRAM]      default: build/release/rostrum
//
// Included are the Debian libraries that the program links, those compiled into it, and the npm
// packages that the screens depend on ("dependencies" of package.json, and theirs).
import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';

/** SPDX licences of the Debian packages, from their copyright files. */
const licences = {
  libblkid1: 'LGPL-2.1-or-later',
  'libboost-json1.81.0': 'BSL-1.0',
  'libboost1.81-dev': 'BSL-1.0',
  libbrotli1: 'MIT',
  libbsd0: 'BSD-3-Clause',
  'libbz2-1.0': 'bzip2-1.0.6',
  libc6: 'LGPL-2.1-or-later',
  libcairo2: 'LGPL-2.1-only OR MPL-1.1',
  'libcli11-dev': 'BSD-3-Clause',
  libdatrie1: 'LGPL-2.1-or-later',
  libexpat1: 'MIT',
  libffi8: 'MIT',
  libfmt9: 'MIT',
  libfontconfig1: 'HPND',
  libfreetype6: 'FTL OR GPL-2.0-or-later',
  libfribidi0: 'LGPL-2.1-or-later',
  'libgcc-s1': 'GPL-3.0-or-later WITH GCC-exception-3.1',
  'libglib2.0-0': 'LGPL-2.1-or-later',
  'libgraphite2-3': 'LGPL-2.1-or-later OR MPL-1.1',
  libharfbuzz0b: 'MIT-Modern-Variant',
  libicu72: 'Unicode-DFS-2016',
  libmd0: 'BSD-3-Clause',
  libminizip1: 'Zlib',
  libmount1: 'LGPL-2.1-or-later',
  'libpango-1.0-0': 'LGPL-2.0-or-later',
  'libpangocairo-1.0-0': 'LGPL-2.0-or-later',
  'libpangoft2-1.0-0': 'LGPL-2.0-or-later',
  'libpcre2-8-0': 'BSD-3-Clause',
  'libpixman-1-0': 'MIT',
  'libpng16-16': 'libpng-2.0',
  libprotobuf32: 'BSD-3-Clause',
  libqrencode4: 'LGPL-2.1-or-later',
  libselinux1: 'LicenseRef-public-domain',
  'libspdlog1.10': 'MIT',
  'libsqlite3-0': 'blessing',
  libssl3: 'Apache-2.0',
  'libstdc++6': 'GPL-3.0-or-later WITH GCC-exception-3.1',
  libthai0: 'LGPL-2.1-or-later',
  'libx11-6': 'MIT-open-group',
  libxau6: 'MIT-open-group',
  'libxcb-render0': 'X11',
  'libxcb-shm0': 'X11',
  libxcb1: 'X11',
  libxdmcp6: 'MIT-open-group',
  libxext6: 'MIT-open-group',
  libxlsxwriter4: 'BSD-2-Clause-FreeBSD',
  libxrender1: 'HPND-sell-variant',
  libzip4: 'BSD-3-Clause',
  zlib1g: 'Zlib',
};
/** Header-only libraries, which ldd does not list. */
const compiledIn = ['libboost1.81-dev', 'libcli11-dev'];

const ask = (command, ...args) =>
  execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** The Debian package of a library. */
function packageOf(file) {
  // Some packages list files in /lib that Debian 12 has in /usr/lib.
  for (const path of [file, file.replace(/^\/usr/, '')]) {
    try {
      return ask('dpkg-query', '--search', path).split(':')[0];
    } catch {
      continue;
    }
  }
  throw new Error(`${file} belongs to no Debian package.`);
}

function linked(program) {
  const files = [...ask('ldd', program).matchAll(/=> (\/\S+)/g)].map(([, path]) =>
    realpathSync(path),
  );
  return [...new Set(files.map(packageOf))];
}

function debian(name) {
  const licence = licences[name];
  if (!licence) throw new Error(`scripts/sbom.mjs does not know the licence of ${name}.`);
  const version = ask('dpkg-query', '--show', '--showformat=${Version}', name);
  return component(name, version, licence, `pkg:deb/debian/${name}@${encodeURIComponent(version)}`);
}

function npm() {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  return Object.entries(packages)
    .filter(([path, { dev, optional }]) => path !== '' && !dev && !optional)
    .map(([path, { version, license }]) => {
      const name = path.replace(/^.*node_modules\//, '');
      return component(name, version, license, `pkg:npm/${name.replace('@', '%40')}@${version}`);
    });
}

function component(name, version, licence, purl) {
  const choice = licence.includes(' ') ? { expression: licence } : { license: { id: licence } };
  return { type: 'library', name, version, licenses: [choice], purl };
}

const program = process.argv[2] ?? 'build/release/rostrum';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const names = [...new Set([...linked(program), ...compiledIn])].sort();
const bill = {
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  version: 1,
  metadata: { component: { type: 'application', name: 'rostrum', version } },
  components: [...names.map(debian), ...npm()],
};
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
