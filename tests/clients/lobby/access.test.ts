import { expect, test } from 'vitest';
import { askAccess } from '../../../clients/lobby/access';

const code = '7k2m9qxr4c0d1efgh8jnp3stvw';

/** A server that gives every request this answer. */
const answering = (status: number, body: object = {}) =>
  (() => Promise.resolve(Response.json(body, { status }))) as typeof fetch;

test('the code is sent in a header, never in the URL', async () => {
  let asked: Request | undefined;
  const fetcher = ((path: string, init: RequestInit) => {
    asked = new Request(new URL(path, 'http://localhost'), init);
    return Promise.resolve(Response.json({ roomId: 'xx', role: 'ROLE_CHAIR' }));
  }) as typeof fetch;
  await askAccess(code, fetcher);
  expect(asked?.url).toBe('http://localhost/api/v1/access');
  expect(asked?.headers.get('authorization')).toBe(`Bearer ${code}`);
});

test.each([
  ['ROLE_CHAIR', '/chair/'],
  ['ROLE_SECRETARIAT', '/secretariat/'],
  ['ROLE_DISPLAY', '/display/'],
  ['ROLE_SPEAKER', '/speaker/'],
  ['ROLE_OBSERVER', '/display/'],
  ['ROLE_DELEGATION', '/delegation/'],
  ['ROLE_INTERPRETER', '/interpreter/'],
])('a code of %s leads to %s', async (role, screen) => {
  expect(await askAccess(code, answering(200, { roomId: 'xxvii', role }))).toEqual({
    kind: 'open',
    address: `${screen}#room=xxvii&token=${code}`,
  });
});

test('the code of a paired screen opens it with its name and scene', async () => {
  const access = { roomId: 'xx', role: 'ROLE_DISPLAY', name: 'Hallway', scene: 'SCENE_TIMER' };
  expect(await askAccess(code, answering(200, access))).toEqual({
    kind: 'open',
    address: `/display/#room=xx&token=${code}&device=Hallway&scene=timer`,
  });
});

test('a refused code is wrong', async () => {
  expect(await askAccess(code, answering(401))).toEqual({ kind: 'wrong' });
});

test('without an answer the code is not called wrong', async () => {
  expect(await askAccess(code, answering(503))).toEqual({ kind: 'unreachable' });
  const away = (() => Promise.reject(new TypeError('network'))) as typeof fetch;
  expect(await askAccess(code, away)).toEqual({ kind: 'unreachable' });
});
