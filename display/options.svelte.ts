import { readAddress } from '$kit/address';
import { keysOf } from '$kit/keyboard.svelte';
import { pairedAddress, rememberPairing } from '$kit/paired';

/**
 * How this display shows what it shows: chosen in its address (`mirror=on`, `count=up`, `flash=off`), or by keys
 * on its own keyboard, which write it there.
 */
const chosen = { mirror: 'on', count: 'up', flash: 'off' } as const;
type Option = keyof typeof chosen;

const keys: Record<string, Option> = { m: 'mirror', u: 'count', p: 'flash' };

const address = readAddress(location.hash);
const options = $state({ mirror: address.mirror, count: address.count, flash: address.flash });

const is = (option: Option) => options[option] === chosen[option];

/** For a teleprompter's glass. Reactive, as are the others. */
export const isMirrored = (): boolean => is('mirror');
/** Whether the digits show the time spoken, instead of the time left. */
export const countsUp = (): boolean => is('count');
/** Whether the digits pulse when time is up. */
export const flashes = (): boolean => !is('flash');

export function optionsOnRequest(): void {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const [option] = keysOf(event).flatMap((key) => keys[key] ?? []);
    if (option) toggle(option);
  });
}

function toggle(option: Option): void {
  options[option] = is(option) ? '' : chosen[option];
  const fields = new URLSearchParams(location.hash.slice(1));
  if (options[option]) fields.set(option, options[option]);
  else fields.delete(option);
  const there = `${location.pathname}#${fields}`;
  if (pairedAddress() !== undefined) rememberPairing(there);
  history.replaceState(null, '', there);
}
