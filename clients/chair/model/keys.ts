import { keysOf, type Key } from '$kit/keyboard.svelte';
import type { RememberedAct } from '$kit/protocol';
import type { Step } from './next';

/** The key map, in the order in which help shows it, and as keys are written there. */
export const keyMap = [
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
] as const;

export type KeyCommand = (typeof keyMap)[number]['command'];

/** The commands that act on the plate that has the focus. */
const plateCommands = [
  'giveFloor',
  'present',
  'expected',
  'absent',
  'pointOfOrder',
  'refuse',
  'moveUp',
  'moveDown',
  'plateAbove',
  'plateBelow',
] as const;
export type PlateKeyCommand = (typeof plateCommands)[number];

export function isPlateCommand(command: KeyCommand): command is PlateKeyCommand {
  return (plateCommands as readonly string[]).includes(command);
}

const named: Record<string, string> = { Space: ' ', '−': '-', '↑': 'arrowup', '↓': 'arrowdown' };
const commands = new Map<string, KeyCommand>(
  keyMap.map(({ command, keys }) => [
    keys.map((key) => named[key] ?? key.toLowerCase()).join(' '),
    command,
  ]),
);
// The same key as + without Shift.
commands.set('=', 'addHalfMinute');

/**
 * The keys of a presenter's clicker or a foot pedal: forward, and back. The arrows up and down stay
 * the list's.
 */
const pedalKeys: Record<string, 'next' | 'undo'> = {
  pagedown: 'next',
  arrowright: 'next',
  pageup: 'undo',
  arrowleft: 'undo',
};

/** What a press of a clicker or a pedal asks for. */
export function pedalCommandOf({
  key,
  altKey,
  ctrlKey,
  metaKey,
}: Pick<Key, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>): 'next' | 'undo' | undefined {
  return altKey || ctrlKey || metaKey ? undefined : pedalKeys[key.toLowerCase()];
}

/**
 * Whether a press does it: a foot calls the next speaker or ends a statement, and takes back nothing
 * but that. It opens and closes no meeting.
 */
export function pedalMay(
  command: 'next' | 'undo',
  step: Step | undefined,
  last: Pick<RememberedAct, 'kind'> | undefined,
): boolean {
  if (command === 'next') return step?.kind === 'next' || step?.kind === 'end';
  return last?.kind === 'ACT_KIND_NEXT' || last?.kind === 'ACT_KIND_END_STATEMENT';
}

/** Undefined for a key that means nothing here, and for what belongs to the browser. */
export function keyCommandOf(pressed: Key): KeyCommand | undefined {
  if (pressed.ctrlKey || pressed.metaKey) return undefined;
  const held = pressed.altKey ? 'alt ' : '';
  const key = keysOf(pressed).find((each) => commands.has(held + each));
  return key === undefined ? undefined : commands.get(held + key);
}
