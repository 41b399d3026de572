import type { RoomScreen } from './room_screen.svelte';
import { recall, remember } from './site_data';
import { seenOf, turned, type Seen } from './time_up';

/** Milliseconds of vibration and pause: patterns that can be distinguished in a pocket. */
const patterns = {
  warning: [250],
  up: [300, 150, 300, 150, 300],
  signal: [120, 80, 120],
} as const;

const SAVED = 'rostrum.vibration';

export const canVibrate = 'vibrate' in navigator;

let on = $state(recall(SAVED) !== 'off');

export function vibrates(): boolean {
  return on;
}

export function switchVibration(wanted: boolean): void {
  remember(SAVED, wanted ? 'on' : 'off');
  on = wanted;
  if (wanted) vibrate('warning');
}

/** Browsers vibrate only after the page was touched. */
export function vibrate(why: keyof typeof patterns): void {
  if (on && canVibrate) navigator.vibrate([...patterns[why]]);
}

/** Vibrates when a statement turns amber or red. */
export function vibrationFor(last: Seen | undefined, now: Seen | undefined) {
  const phase = turned(last, now);
  return phase === 'plenty' ? undefined : phase;
}

/** Call it in a component. `mine`: whether the current statement is this device's. */
export function vibrateInTime(screen: RoomScreen, mine: () => boolean): void {
  let last: Seen | undefined;
  $effect(() => {
    const now = mine() ? seenOf(screen.statement, screen.now) : undefined;
    const why = vibrationFor(last, now);
    last = now;
    if (why) vibrate(why);
  });
}
