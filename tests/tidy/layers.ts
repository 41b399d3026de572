// Checks includes and imports against the table of docs/architecture.md.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { filesOf } from './tree.ts';

/** The other layers that each may reach. Folders of clients/ without a row are screens. */
const mayReach: Record<string, readonly string[]> = {
  'server/floor': [],
  'server/wire': ['server/floor', 'proto', 'cmake/embedded'],
  'server/rooms': ['server/floor'],
  'server/store': ['server/rooms', 'server/wire', 'server/floor'],
  'server/replica': ['server/store', 'server/rooms', 'server/wire', 'server/floor'],
  'server/net': ['server/rooms', 'server/wire', 'server/floor'],
  'server/app': [
    'server/net',
    'server/replica',
    'server/store',
    'server/rooms',
    'server/wire',
    'server/floor',
    'clients/cli',
    'cmake/embedded',
  ],
  'clients/cli': [],
  'clients/kit': ['proto'],
  screen: ['clients/kit', 'proto'],
};

/** Libraries reserved for some layers. */
const keptTo: readonly { library: RegExp; layers: readonly string[] }[] = [
  { library: /\.pb\.h$|^google\/protobuf\//, layers: ['server/wire'] },
  { library: /^sqlite3/, layers: ['server/store'] },
  { library: /^boost\/beast/, layers: ['server/net', 'server/replica', 'clients/cli'] },
];

/** Layers without libraries: the rules use only the standard library, a room writer also POSIX. */
const headersOf: Record<string, RegExp> = {
  'server/floor': /^[a-z_]+$/,
  'server/rooms': /^[a-z_]+(\.h)?$/,
};

function layerOf(path: string): string {
  const parts = path.split('/');
  return parts[0] === 'proto' || parts[0] === 'display' ? parts[0] : parts.slice(0, 2).join('/');
}

function reachOf(layer: string): readonly string[] {
  return mayReach[layer] ?? mayReach['screen']!;
}

/** Reports each include or import of a layer that a file may not reach. */
export function layerFaults(root: string): string[] {
  const cpp = ['server', 'clients'].flatMap((top) => filesOf(root, top, ['.cpp', '.hpp']));
  const web = ['clients', 'display'].flatMap((top) =>
    filesOf(root, top, ['.ts', '.svelte', '.css', '.html']),
  );
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return [
    ...cpp.flatMap((path) => cppFaults(root, path, read(path))),
    ...web.flatMap((path) => webFaults(path, read(path))),
  ];
}

function cppFaults(root: string, path: string, text: string): string[] {
  return [...text.matchAll(/^\s*#\s*include\s*(["<])([^">]+)[">]/gm)].flatMap(([, quote, name]) => {
    const target = quote === '"' ? resolveInclude(root, path, name!) : undefined;
    return target ? reachFault(path, target) : libraryFaults(path, name!);
  });
}

/** The path of a quoted include; undefined for libraries and generated files. */
function resolveInclude(root: string, from: string, name: string): string | undefined {
  return [dirname(from), 'server', 'clients', 'cmake/embedded']
    .map((folder) => normalize(join(folder, name)))
    .find((path) => existsSync(join(root, path)));
}

function libraryFaults(path: string, name: string): string[] {
  const layer = layerOf(path);
  const kept = keptTo.find(({ library }) => library.test(name));
  if (kept && !kept.layers.includes(layer))
    return [`${path} includes ${name}, which only ${kept.layers.join(' and ')} may include`];
  if (headersOf[layer]?.test(name) === false)
    return [`${path} includes ${name}, which ${layer} may not include`];
  return [];
}

function webFaults(path: string, text: string): string[] {
  const names = path.endsWith('.html')
    ? text.matchAll(/\b(?:src|href)="([./][^"]*)"/g)
    : text.matchAll(/(?:\bfrom|\bimport|@import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...names].flatMap(([, name]) => {
    const target = resolveImport(path, name!);
    return target ? reachFault(path, target) : [];
  });
}

/** The path of an import; undefined for packages. */
function resolveImport(from: string, name: string): string | undefined {
  if (name.startsWith('$kit/')) return name.replace('$kit', 'clients/kit');
  if (name.startsWith('$proto/')) return name.replace('$proto', 'proto');
  if (name.startsWith('/')) return name.slice(1);
  return name.startsWith('.') ? normalize(join(dirname(from), name)) : undefined;
}

function reachFault(path: string, target: string): string[] {
  const from = layerOf(path);
  const to = layerOf(target);
  if (to === from || reachOf(from).includes(to)) return [];
  return [`${path} reaches ${target}, but ${from} may not reach ${to}`];
}
