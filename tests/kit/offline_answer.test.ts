import { expect, test } from 'vitest';
import { answerFor } from '$kit/offline/answer';

const origin = 'https://rostrum.example';
const asked = (path: string, mode: RequestMode = 'navigate', method = 'GET') =>
  answerFor({ url: new URL(path, origin).href, mode, method }, origin);

test('a page is cached, with any query', () => {
  expect(asked('/display/')).toBe('page');
  expect(asked('/display/?scene=timer')).toBe('page');
  expect(asked('/')).toBe('page');
});

test('an asset is cached', () => {
  expect(asked('/assets/index-1a2b3c.js', 'cors')).toBe('asset');
});

test('the API, the health pages, the worker itself and other sites are left to the browser', () => {
  expect(asked('/api/v1/rooms', 'cors')).toBe('none');
  expect(asked('/api/v1/rooms')).toBe('none');
  expect(asked('/healthz')).toBe('none');
  expect(asked('/service-worker.js', 'cors')).toBe('none');
  expect(asked('/display/', 'cors')).toBe('none');
  expect(asked('https://elsewhere.example/display/')).toBe('none');
});

test('only GET requests are answered', () => {
  expect(asked('/display/', 'navigate', 'POST')).toBe('none');
});
