import { expect, test } from 'vitest';
import { answerFor } from '$kit/offline/answer';

const origin = 'https://rostrum.example';
const site = {
  pages: ['/', '/display/'],
  assets: ['/assets/index-1a2b3c.js'],
};
const asked = (path: string, mode = 'navigate', method = 'GET') =>
  answerFor({ url: new URL(path, origin).href, mode, method }, origin, site);

test('a page is kept, whatever its address carries behind the path', () => {
  expect(asked('/display/')).toEqual({ kind: 'page', path: '/display/' });
  expect(asked('/display/?scene=timer')).toEqual({ kind: 'page', path: '/display/' });
  expect(asked('/display')).toEqual({ kind: 'page', path: '/display/' });
  expect(asked('/')).toEqual({ kind: 'page', path: '/' });
});

test('an asset of this build is kept, and no other', () => {
  expect(asked('/assets/index-1a2b3c.js', 'cors')).toEqual({
    kind: 'asset',
    path: '/assets/index-1a2b3c.js',
  });
  expect(asked('/assets/index-000000.js', 'cors')).toEqual({ kind: 'none' });
});

test('the API, the health pages and other sites are never touched', () => {
  expect(asked('/api/v1/rooms', 'cors')).toEqual({ kind: 'none' });
  expect(asked('/api/v1/rooms')).toEqual({ kind: 'none' });
  expect(asked('/healthz')).toEqual({ kind: 'none' });
  expect(asked('https://elsewhere.example/display/')).toEqual({ kind: 'none' });
});

test('only what is read is answered', () => {
  expect(asked('/display/', 'navigate', 'POST')).toEqual({ kind: 'none' });
});
