import { expect, test } from 'vitest';
import { keyCommandOf, keyMap, pedalCommandOf, pedalMay } from '../../../clients/chair/model/keys';

const key = (key: string, held: object = {}) =>
  keyCommandOf({
    key,
    code: '',
    shiftKey: false,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    ...held,
  });

test('letters mean the same in both cases', () => {
  expect(key('n')).toBe('next');
  expect(key('N')).toBe('next');
});

test('on a keyboard of another script the place of the key counts', () => {
  expect(key('т', { code: 'KeyN' })).toBe('next');
  expect(key('у', { code: 'KeyE' })).toBe('end');
  expect(key('ع', { code: 'KeyU' })).toBe('undo');
});

test('Space pauses or resumes, + and = add, - takes', () => {
  expect(key(' ')).toBe('pauseOrResume');
  expect(key('+')).toBe('addHalfMinute');
  expect(key('=')).toBe('addHalfMinute');
  expect(key('-')).toBe('takeHalfMinute');
});

test('arrows go through the plates, and with Alt move them', () => {
  expect(key('ArrowUp')).toBe('plateAbove');
  expect(key('ArrowUp', { altKey: true })).toBe('moveUp');
  expect(key('ArrowDown', { altKey: true })).toBe('moveDown');
});

test('what belongs to the browser is left to it', () => {
  expect(key('n', { ctrlKey: true })).toBeUndefined();
  expect(key('n', { metaKey: true })).toBeUndefined();
  expect(key('n', { altKey: true })).toBeUndefined();
  expect(key('Tab')).toBeUndefined();
});

test('help shows every act that a key has', () => {
  const written: Record<string, string> = {
    Space: ' ',
    '−': '-',
    '↑': 'ArrowUp',
    '↓': 'ArrowDown',
  };
  for (const { command, keys } of keyMap) {
    const [last] = keys.slice(-1);
    expect(key(written[last!] ?? last!, { altKey: keys[0] === 'Alt' })).toBe(command);
  }
});

test('a clicker and a pedal go forward and back', () => {
  const pressed = (key: string, held: object = {}) =>
    pedalCommandOf({ key, altKey: false, ctrlKey: false, metaKey: false, ...held });
  expect(pressed('PageDown')).toBe('next');
  expect(pressed('ArrowRight')).toBe('next');
  expect(pressed('PageUp')).toBe('undo');
  expect(pressed('ArrowLeft')).toBe('undo');
  expect(pressed('ArrowDown')).toBeUndefined();
  expect(pressed('ArrowLeft', { altKey: true })).toBeUndefined();
});

test('a press calls or ends, opens and closes no meeting, and takes back only a call or an end', () => {
  const next = { kind: 'end', endingId: '7' } as const;
  expect(pedalMay('next', next, undefined)).toBe(true);
  expect(pedalMay('next', { kind: 'open', meetingId: 'cuba' }, undefined)).toBe(false);
  expect(pedalMay('next', { kind: 'close', meetingId: 'cuba' }, undefined)).toBe(false);
  expect(pedalMay('next', undefined, undefined)).toBe(false);
  expect(pedalMay('undo', next, { kind: 'ACT_KIND_NEXT' })).toBe(true);
  expect(pedalMay('undo', next, { kind: 'ACT_KIND_END_STATEMENT' })).toBe(true);
  expect(pedalMay('undo', next, { kind: 'ACT_KIND_MARK_ABSENT' })).toBe(false);
  expect(pedalMay('undo', next, undefined)).toBe(false);
});
