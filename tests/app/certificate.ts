// Certificates for tests: made when needed, and removed with the test.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface CertificateFiles {
  certificate: string;
  key: string;
}

/** Writes a self-signed certificate for this machine, and its key, to a folder. */
export function selfSigned(
  folder: string,
  name: string,
  hosts = 'DNS:localhost,IP:127.0.0.1',
): CertificateFiles {
  const files = { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
  const request = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:P-256',
    '-nodes',
  ];
  const about = ['-days', '2', '-subj', `/CN=${name}`];
  const out = [
    '-addext',
    `subjectAltName=${hosts}`,
    '-keyout',
    files.key,
    '-out',
    files.certificate,
  ];
  execFileSync('openssl', [...request, ...about, ...out], { stdio: 'pipe' });
  return files;
}

/** The flags that make a server use it. */
export const flags = ({ certificate, key }: CertificateFiles) => [
  '--tls-cert',
  certificate,
  '--tls-key',
  key,
];
