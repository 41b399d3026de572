import { keysOn, pedalOn } from '$kit/preferences.svelte';
import { keyCommandOf, pedalCommandOf, type KeyCommand } from './model/keys';

/**
 * Listens for the keys of the key map, and never to what is typed into a field or a dialog, nor to
 * a key that a focused button answers by itself.
 *
 * @param pressed what a clicker or a pedal asks for, where the chair has one
 * @returns what ends it
 */
export function listenToKeys(
  then: (command: KeyCommand) => void,
  pressed: (command: 'next' | 'undo') => void,
): () => void {
  /** Whether the focus was brought by a finger: Space then belongs to the statement, not to it. */
  let byPointer = false;

  function onkeydown(event: KeyboardEvent) {
    if (event.repeat || within(event.target, 'input, textarea, select, dialog')) return;
    const pedal = pedalOn() && pedalCommandOf(event);
    if (pedal) {
      event.preventDefault();
      return pressed(pedal);
    }
    if (!keysOn()) return;
    const command = keyCommandOf(event);
    if (
      !command ||
      (event.key === ' ' && !byPointer && within(event.target, 'button, [role="button"]'))
    )
      return;
    event.preventDefault();
    if (event.key === ' ') releaseFocus();
    then(command);
  }
  const onpointerdown = () => (byPointer = true);
  const onTab = ({ key }: KeyboardEvent) => {
    if (key === 'Tab' || key.startsWith('Arrow')) byPointer = false;
  };

  addEventListener('keydown', onTab, true);
  addEventListener('keydown', onkeydown);
  addEventListener('pointerdown', onpointerdown, true);
  return () => {
    removeEventListener('keydown', onTab, true);
    removeEventListener('keydown', onkeydown);
    removeEventListener('pointerdown', onpointerdown, true);
  };
}

/** A button that keeps the focus would be clicked as Space comes up again. */
function releaseFocus() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function within(target: EventTarget | null, selector: string): boolean {
  return target instanceof Element && target.closest(selector) !== null;
}
