// Requests as a browser sends them by hand: no redirect is followed, any certificate is accepted.
import { type IncomingHttpHeaders, type RequestOptions, request as http } from 'node:http';
import { request as https } from 'node:https';

export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export function fetchFrom(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answered> {
  const url = new URL(path, origin);
  const options: RequestOptions = { method, headers };
  const request =
    url.protocol === 'https:'
      ? https(url, { ...options, rejectUnauthorized: false })
      : http(url, options);
  return new Promise((resolve, reject) => {
    request
      .once('response', (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (text: string) => (body += text));
        answer.on('end', () =>
          resolve({ status: answer.statusCode!, headers: answer.headers, body }),
        );
      })
      .once('error', reject)
      .end();
  });
}

/** Follows redirects and keeps cookies, as a browser does, until an answer is no redirect or leads to a fragment. */
export async function browse(origin: string, path: string): Promise<Answered & { url: string }> {
  const cookies = new Map<string, string>();
  let url = new URL(path, origin).href;
  for (let step = 0; step < 10; ++step) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const own: Record<string, string> = url.startsWith(origin) && cookie ? { Cookie: cookie } : {};
    const answer = await fetchFrom(url, url, { ...own, Accept: 'text/html' });
    for (const set of answer.headers['set-cookie'] ?? []) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      cookies.set(name, value);
    }
    if (!answer.headers.location) return { ...answer, url };
    url = new URL(answer.headers.location, url).href;
    if (url.includes('#')) return { ...answer, url };
  }
  throw new Error(`No end of redirects at ${url}`);
}
