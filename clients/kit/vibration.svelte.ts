import type { RoomScreen } from './room_screen.svelte';
import { seenOf, turned, type Seen } from './time_up';

/** Milliseconds of trembling and of stillness, in turn: to be told apart in a pocket. */
const patterns = {
  warning: [250],
  up: [300, 150, 300, 150, 300],
  signal: [120, 80, 120],
} as const;

const SAVED = 'rostrum.vibration';

/** Whether this device can. */
export const canVibrate = 'vibrate' in navigator;

let on = $state(localStorage.getItem(SAVED) !== 'off');

/** Whether its holder wants it. Reactive. */
export function vibrates(): boolean {
  return on;
}

export function switchVibration(wanted: boolean): void {
  localStorage.setItem(SAVED, wanted ? 'on' : 'off');
  on = wanted;
  if (wanted) vibrate('warning');
}

/** Browsers do so only after the page was touched once. */
export function vibrate(why: keyof typeof patterns): void {
  if (on && canVibrate) navigator.vibrate([...patterns[why]]);
}

/** What to tremble for: a statement that turns amber or red under its holder's eyes. */
export function vibrationFor(last: Seen | undefined, now: Seen | undefined) {
  const phase = turned(last, now);
  return phase === 'plenty' ? undefined : phase;
}

/**
 * Trembles as the time of a statement turns amber and red. Belongs to a component.
 *
 * @param mine whether the statement in progress is that of the device's holder
 */
export function vibrateInTime(screen: RoomScreen, mine: () => boolean): void {
  let last: Seen | undefined;
  $effect(() => {
    const now = mine() ? seenOf(screen.statement, screen.now) : undefined;
    const why = vibrationFor(last, now);
    last = now;
    if (why) vibrate(why);
  });
}
