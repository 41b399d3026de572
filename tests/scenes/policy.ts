// The headers by which the server keeps a page to its own files: read from where the server has them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const source = join(import.meta.dirname, '../../server/net/http/message.cpp');

function headers(): Record<string, string> {
  const code = readFileSync(source, 'utf8');
  const [, literals = ''] = /security_headers =\n((?:\s*"[^\n]*"\n?)+)/.exec(code) ?? [];
  const text = [...literals.matchAll(/"([^\n]*)"/g)].map(([, part]) => part).join('');
  return Object.fromEntries(
    text
      .split('\\r\\n')
      .filter(Boolean)
      .map((line) => line.split(': ', 2)),
  ) as Record<string, string>;
}

export const securityHeaders = headers();
if (!securityHeaders['Content-Security-Policy'])
  throw new Error(`no Content-Security-Policy is to be found in ${source}`);
