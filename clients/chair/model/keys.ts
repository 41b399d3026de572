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
  | 'list'
  | 'notice'
  | 'meetings'
  | 'help'
  | PlateKeyAct;

export type PlateKeyAct =
  'giveFloor' | 'present' | 'absent' | 'moveUp' | 'moveDown' | 'plateAbove' | 'plateBelow';

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
  { act: 'decline', keys: ['D'] },
  { act: 'list', keys: ['L'] },
  { act: 'plateAbove', keys: ['↑'] },
  { act: 'plateBelow', keys: ['↓'] },
  { act: 'giveFloor', keys: ['G'] },
  { act: 'absent', keys: ['A'] },
  { act: 'present', keys: ['P'] },
  { act: 'moveUp', keys: ['Alt', '↑'] },
  { act: 'moveDown', keys: ['Alt', '↓'] },
  { act: 'notice', keys: ['W'] },
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
  d: 'decline',
  l: 'list',
  w: 'notice',
  o: 'meetings',
  '?': 'help',
  g: 'giveFloor',
  a: 'absent',
  p: 'present',
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
