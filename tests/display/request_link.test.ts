import { expect, test } from 'vitest';
import { fetchRequestLink } from '../../display/lazy/request_link';

const link = { room: 'salle 20', token: 'TOKEN' };

test('the token is sent in a header, never in the URL', async () => {
  let asked: { url: string; authorization: string | null } | undefined;
  const url = await fetchRequestLink(link, async (input, init) => {
    asked = { url: String(input), authorization: new Headers(init?.headers).get('Authorization') };
    return Response.json({ url: 'http://192.0.2.1:8080/delegation/#room=xx&token=T' });
  });
  expect(url).toBe('http://192.0.2.1:8080/delegation/#room=xx&token=T');
  expect(asked).toEqual({
    url: '/api/v1/rooms/salle%2020/floor-link',
    authorization: 'Bearer TOKEN',
  });
});

test('a server that refuses or does not answer gives no link', async () => {
  const answers = [
    async () => new Response('', { status: 403 }),
    async () => Response.json({ url: '' }),
    async () => new Response('<html>'),
    async () => Promise.reject(new TypeError('no network')),
  ];
  for (const answer of answers) expect(await fetchRequestLink(link, answer)).toBeUndefined();
});
