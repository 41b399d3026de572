import { keyCommandOf, type KeyCommand } from './model/keys';
import { keysOn } from '$kit/preferences.svelte';

/**
 * Listens for the keys of the key map, and never to what is typed into a field; saving is asked for
 * from within one.
 *
 * @returns what ends it
 */
export function listenToKeys(then: (command: KeyCommand) => void): () => void {
  function onkeydown(event: KeyboardEvent) {
    const command = keyCommandOf(event);
    if (!command || event.repeat || within(event.target, 'dialog')) return;
    if (command !== 'save' && (!keysOn() || within(event.target, fields))) return;
    event.preventDefault();
    then(command);
  }
  addEventListener('keydown', onkeydown);
  return () => removeEventListener('keydown', onkeydown);
}

/** Where a letter is a letter. */
const fields =
  'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="file"])';

function within(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
