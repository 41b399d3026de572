import { keysOf, type Key } from '$kit/keyboard.svelte';
import { tabs, type Tab } from './tabs';

/** What a key asks for. */
export type KeyCommand = { tab: Tab } | 'search' | 'new' | 'save' | 'moveUp' | 'moveDown' | 'help';

/** The key map, in the order in which help shows it. */
export const keyMap = [
  { command: 'tabs', keys: ['1', `${tabs.length}`] },
  { command: 'search', keys: ['/'] },
  { command: 'new', keys: ['N'] },
  { command: 'save', keys: ['Ctrl', 'S'] },
  { command: 'moveUp', keys: ['Alt', '↑'] },
  { command: 'moveDown', keys: ['Alt', '↓'] },
  { command: 'help', keys: ['?'] },
] as const;

/** Undefined for a key that means nothing here, and for what belongs to the browser. */
export function keyCommandOf(pressed: Key): KeyCommand | undefined {
  const { key, altKey, ctrlKey, metaKey } = pressed;
  const keys = keysOf(pressed);
  if (ctrlKey || metaKey) return keys.includes('s') && !altKey ? 'save' : undefined;
  if (altKey) return key === 'ArrowUp' ? 'moveUp' : key === 'ArrowDown' ? 'moveDown' : undefined;
  return keys.map(commandOf).find((command) => command !== undefined);
}

function commandOf(key: string): KeyCommand | undefined {
  const tab = /^[1-9]$/.test(key) ? tabs[Number(key) - 1] : undefined;
  if (tab) return { tab };
  return ({ '/': 'search', n: 'new', '?': 'help' } as const)[key];
}
