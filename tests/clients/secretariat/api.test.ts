import { expect, test } from 'vitest';
import { Api } from '../../../clients/secretariat/api';
import { problemOf } from '../../../clients/secretariat/client.svelte';

/** A server that answers every question so, and what it was asked. */
function answering(status: number, body: string) {
  const asked: Request[] = [];
  const fetcher = ((path: string, init: RequestInit) => {
    asked.push(new Request(new URL(path, 'http://localhost'), init));
    return Promise.resolve(new Response(body, { status }));
  }) as typeof fetch;
  return { asked, api: new Api('t0k3n', fetcher) };
}

test('the token travels in a header, never in the address', async () => {
  const { api, asked } = answering(200, '{"screens":[]}');
  expect(await api.get('/api/v1/screens')).toEqual({ kind: 'ok', value: { screens: [] } });
  expect(asked[0]!.url).toBe('http://localhost/api/v1/screens');
  expect(asked[0]!.headers.get('authorization')).toBe('Bearer t0k3n');
});

test('an answer without a body is an answer', async () => {
  const { api, asked } = answering(200, '');
  expect(await api.send('DELETE', '/api/v1/screens/7')).toEqual({ kind: 'ok', value: {} });
  expect(asked[0]!.method).toBe('DELETE');
});

test('a file’s name is sent in letters that a header can hold', async () => {
  const { api, asked } = answering(200, '{}');
  await api.upload('/api/v1/programme/preview', new Blob(['a,b']), 'Séances 30.csv');
  expect(asked[0]!.headers.get('rostrum-file-name')).toBe('S%C3%A9ances%2030.csv');
  expect(await asked[0]!.text()).toBe('a,b');
});

test('what the server says of its refusal is kept', async () => {
  const { api } = answering(409, '{"code":"REFUSAL_CODE_STALE","detail":"Too late."}');
  expect(await api.send('PUT', '/api/v1/screens/7', {})).toEqual({
    kind: 'failed',
    problem: { status: 409, code: 'REFUSAL_CODE_STALE', detail: 'Too late.' },
  });
});

test('a server that is away has the status 0', async () => {
  const away = (() => Promise.reject(new TypeError('network'))) as typeof fetch;
  expect(await new Api('t', away).get('/api/v1/screens')).toEqual({
    kind: 'failed',
    problem: { status: 0, code: '', detail: '' },
  });
});

test.each([
  [0, '', 'The server does not answer. Try again.'],
  [409, 'REFUSAL_CODE_STALE', 'Somebody else acted first. Look again at the screen.'],
  [403, '', 'This link does not permit that.'],
  [404, 'NO_SUCH_SCREEN', 'The server does not have that (any more).'],
  [413, '', 'That is larger than the server takes.'],
  [400, 'MALFORMED', 'The server refused that.'],
])('status %i with the code %s is explained in a sentence', (status, code, sentence) => {
  expect(problemOf({ status, code, detail: 'why' }).sentence).toBe(sentence);
});
