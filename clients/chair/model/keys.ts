/** What a key asks for. Those of the second group are about the plate that has the focus. */
export type KeyAct =
  | 'pauseOrResume'
  | 'next'
  | 'end'
  | 'undo'
  | 'addHalfMinute'
  | 'takeHalfMinute'
  | 'addMinute'
  | 'decline'
  | 'first'
  | 'second'
  | 'third'
  | 'emptyChair'
  | 'conclude'
  | 'speaker'
  | 'list'
  | 'requests'
  | 'inscribe'
  | 'questions'
  | 'fit'
  | 'display'
  | 'notice'
  | 'meetings'
  | 'help'
  | PlateKeyAct;

export type PlateKeyAct =
  | 'giveFloor'
  | 'present'
  | 'expected'
  | 'absent'
  | 'pointOfOrder'
  | 'refuse'
  | 'moveUp'
  | 'moveDown'
  | 'plateAbove'
  | 'plateBelow';

/** The part of a KeyboardEvent that says which key it was. */
export interface Key {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
}

/** The key map, in the order in which help shows it. `keys` is how they are written. */
export const keyMap: { act: KeyAct; keys: string[] }[] = [
  { act: 'next', keys: ['N'] },
  { act: 'pauseOrResume', keys: ['Space'] },
  { act: 'end', keys: ['E'] },
  { act: 'addHalfMinute', keys: ['+'] },
  { act: 'takeHalfMinute', keys: ['−'] },
  { act: 'addMinute', keys: ['M'] },
  { act: 'undo', keys: ['U'] },
  { act: 'conclude', keys: ['C'] },
  { act: 'speaker', keys: ['S'] },
  { act: 'decline', keys: ['D'] },
  { act: 'emptyChair', keys: ['H'] },
  { act: 'first', keys: ['1'] },
  { act: 'second', keys: ['2'] },
  { act: 'third', keys: ['3'] },
  { act: 'list', keys: ['L'] },
  { act: 'requests', keys: ['R'] },
  { act: 'questions', keys: ['Q'] },
  { act: 'inscribe', keys: ['I'] },
  { act: 'plateAbove', keys: ['↑'] },
  { act: 'plateBelow', keys: ['↓'] },
  { act: 'giveFloor', keys: ['G'] },
  { act: 'pointOfOrder', keys: ['Y'] },
  { act: 'present', keys: ['P'] },
  { act: 'expected', keys: ['X'] },
  { act: 'absent', keys: ['A'] },
  { act: 'refuse', keys: ['Z'] },
  { act: 'moveUp', keys: ['Alt', '↑'] },
  { act: 'moveDown', keys: ['Alt', '↓'] },
  { act: 'fit', keys: ['F'] },
  { act: 'notice', keys: ['W'] },
  { act: 'display', keys: ['B'] },
  { act: 'meetings', keys: ['O'] },
  { act: 'help', keys: ['?'] },
];

const plain: Record<string, KeyAct> = {
  n: 'next',
  ' ': 'pauseOrResume',
  e: 'end',
  '+': 'addHalfMinute',
  // The same key without Shift: nobody who means + should have to think.
  '=': 'addHalfMinute',
  '-': 'takeHalfMinute',
  m: 'addMinute',
  u: 'undo',
  c: 'conclude',
  s: 'speaker',
  d: 'decline',
  h: 'emptyChair',
  '1': 'first',
  '2': 'second',
  '3': 'third',
  l: 'list',
  r: 'requests',
  q: 'questions',
  i: 'inscribe',
  f: 'fit',
  b: 'display',
  w: 'notice',
  o: 'meetings',
  '?': 'help',
  g: 'giveFloor',
  y: 'pointOfOrder',
  a: 'absent',
  x: 'expected',
  p: 'present',
  z: 'refuse',
  ArrowUp: 'plateAbove',
  ArrowDown: 'plateBelow',
};

const withAlt: Record<string, KeyAct> = { ArrowUp: 'moveUp', ArrowDown: 'moveDown' };

/** Undefined for a key that means nothing here, and for what belongs to the browser. */
export function keyActOf({ key, altKey, ctrlKey, metaKey }: Key): KeyAct | undefined {
  if (ctrlKey || metaKey) return undefined;
  const map = altKey ? withAlt : plain;
  return map[key.length === 1 ? key.toLowerCase() : key];
}
