import { expect, test } from 'vitest';
import { askPairing, groupPairingCode, openPairing } from '../../../clients/lobby/pairing';

/** A server that gives this answer and records the request. */
function answering(status: number, body: object = {}) {
  const asked: Request[] = [];
  const fetcher = ((path: string, init: RequestInit) => {
    asked.push(new Request(new URL(path, 'http://localhost'), init));
    return Promise.resolve(Response.json(body, { status }));
  }) as typeof fetch;
  return { asked, fetcher };
}

const away = (() => Promise.reject(new TypeError('network'))) as typeof fetch;

test('a new screen is given a code to show and a secret to keep', async () => {
  const pairing = { code: 'K7M2PX', secret: 'SECRET', expiresAtUnixMs: '1523430000000' };
  const { asked, fetcher } = answering(201, pairing);
  expect(await openPairing(fetcher)).toEqual({ code: 'K7M2PX', secret: 'SECRET' });
  expect(asked.map(({ method, url }) => [method, url])).toEqual([
    ['POST', 'http://localhost/api/v1/pairings'],
  ]);
});

test('a screen has no code if the server refuses or does not answer', async () => {
  expect(await openPairing(answering(429).fetcher)).toBeUndefined();
  expect(await openPairing(answering(200).fetcher)).toBeUndefined();
  expect(await openPairing(away)).toBeUndefined();
});

test('the secret is sent in a header', async () => {
  const { asked, fetcher } = answering(200);
  expect(await askPairing('SECRET', fetcher)).toEqual({ kind: 'waiting' });
  expect(asked[0]?.url).toBe('http://localhost/api/v1/pairing');
  expect(asked[0]?.headers.get('authorization')).toBe('Bearer SECRET');
});

test('an admitted screen opens its role’s page with its token, name and scene', async () => {
  const result = {
    token: 'TOKEN',
    roomId: 'xx',
    role: 'ROLE_DISPLAY',
    name: 'Hallway',
    scene: 'SCENE_LIST',
  };
  expect(await askPairing('SECRET', answering(200, result).fetcher)).toEqual({
    kind: 'let-in',
    address: '/display/#room=xx&token=TOKEN&device=Hallway&scene=list',
  });
});

test('an expired code is gone, and no answer is unreachable', async () => {
  expect(await askPairing('SECRET', answering(401).fetcher)).toEqual({ kind: 'gone' });
  expect(await askPairing('SECRET', answering(404).fetcher)).toEqual({ kind: 'gone' });
  expect(await askPairing('SECRET', answering(503).fetcher)).toEqual({ kind: 'unreachable' });
  expect(await askPairing('SECRET', away)).toEqual({ kind: 'unreachable' });
});

test('a code is shown in two halves', () => {
  expect(groupPairingCode('K7M2PX')).toBe('K7M 2PX');
  expect(groupPairingCode('K7M2')).toBe('K7M2');
});
