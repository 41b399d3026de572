/** What a key asks for. Those of the second group are about the plate that has the focus. */
export type KeyCommand =
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
  | PlateKeyCommand;

export type PlateKeyCommand =
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
export const keyMap: { command: KeyCommand; keys: string[] }[] = [
  { command: 'next', keys: ['N'] },
  { command: 'pauseOrResume', keys: ['Space'] },
  { command: 'end', keys: ['E'] },
  { command: 'addHalfMinute', keys: ['+'] },
  { command: 'takeHalfMinute', keys: ['−'] },
  { command: 'addMinute', keys: ['M'] },
  { command: 'undo', keys: ['U'] },
  { command: 'conclude', keys: ['C'] },
  { command: 'speaker', keys: ['S'] },
  { command: 'decline', keys: ['D'] },
  { command: 'emptyChair', keys: ['H'] },
  { command: 'first', keys: ['1'] },
  { command: 'second', keys: ['2'] },
  { command: 'third', keys: ['3'] },
  { command: 'list', keys: ['L'] },
  { command: 'requests', keys: ['R'] },
  { command: 'questions', keys: ['Q'] },
  { command: 'inscribe', keys: ['I'] },
  { command: 'plateAbove', keys: ['↑'] },
  { command: 'plateBelow', keys: ['↓'] },
  { command: 'giveFloor', keys: ['G'] },
  { command: 'pointOfOrder', keys: ['Y'] },
  { command: 'present', keys: ['P'] },
  { command: 'expected', keys: ['X'] },
  { command: 'absent', keys: ['A'] },
  { command: 'refuse', keys: ['Z'] },
  { command: 'moveUp', keys: ['Alt', '↑'] },
  { command: 'moveDown', keys: ['Alt', '↓'] },
  { command: 'fit', keys: ['F'] },
  { command: 'notice', keys: ['W'] },
  { command: 'display', keys: ['B'] },
  { command: 'meetings', keys: ['O'] },
  { command: 'help', keys: ['?'] },
];

const plain: Record<string, KeyCommand> = {
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

const withAlt: Record<string, KeyCommand> = { ArrowUp: 'moveUp', ArrowDown: 'moveDown' };

/** Undefined for a key that means nothing here, and for what belongs to the browser. */
export function keyCommandOf({ key, altKey, ctrlKey, metaKey }: Key): KeyCommand | undefined {
  if (ctrlKey || metaKey) return undefined;
  const map = altKey ? withAlt : plain;
  return map[key.length === 1 ? key.toLowerCase() : key];
}
