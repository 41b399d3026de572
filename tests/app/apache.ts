// A real Apache that signs people on, configured as in docs/operations.md.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { TestContext } from 'node:test';
import { until } from '../e2e/limit.ts';
import { fetchFrom } from './browser_requests.ts';
import { selfSigned } from './certificate.ts';

const apache = process.env.APACHE ?? '/usr/sbin/apache2';
const modules = '/usr/lib/apache2/modules';

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts Apache between people and `upstream`.
 * @returns its origin
 */
export async function startApache(
  t: TestContext,
  folder: string,
  upstream: string,
  issuer: string,
): Promise<string> {
  if (!existsSync(apache) || !existsSync(`${modules}/mod_auth_openidc.so`))
    throw new Error('Apache or its mod_auth_openidc is missing: scripts/install test');
  const port = await freePort();
  const origin = `https://127.0.0.1:${port}`;
  const { certificate, key } = selfSigned(folder, 'room.example');
  const [site] =
    readFileSync('docs/operations.md', 'utf8').match(/^<VirtualHost [^`]+<\/VirtualHost>$/ms) ?? [];
  if (!site) throw new Error('docs/operations.md shows no site of Apache');
  const loaded = [
    'mpm_event',
    'authn_core',
    'authz_core',
    'authz_user',
    'headers',
    'proxy',
    'proxy_http',
    'socache_shmcb',
    'ssl',
    'auth_openidc',
  ];
  writeFileSync(
    `${folder}/apache.conf`,
    [
      ...loaded.map((module) => `LoadModule ${module}_module ${modules}/mod_${module}.so`),
      `ServerRoot ${folder}`,
      `DefaultRuntimeDir ${folder}`,
      `PidFile ${folder}/pid`,
      `ErrorLog ${folder}/errors`,
      'User nobody',
      'Group nogroup',
      'ServerName room.example',
      `Listen 127.0.0.1:${port}`,
      site
        .replace('*:443', `127.0.0.1:${port}`)
        .replace('/etc/ssl/rostrum.pem', certificate)
        .replace('/etc/ssl/rostrum.key', key)
        .replace('https://id.example', issuer)
        .replace('https://rostrum.example', origin)
        .replace('http://127.0.0.1:8080', upstream),
      '',
    ].join('\n'),
  );
  const proxy = spawn(apache, ['-f', `${folder}/apache.conf`, '-DFOREGROUND'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  t.after(async () => {
    // It ends its workers.
    proxy.kill('SIGTERM');
    if (proxy.exitCode === null) await once(proxy, 'exit');
  });
  await until(() =>
    fetchFrom(origin, '/healthz').then(
      ({ status }) => status === 200,
      () => false,
    ),
  );
  return origin;
}
