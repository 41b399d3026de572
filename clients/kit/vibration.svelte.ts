import { phaseOf, type Phase } from './countdown';
import type { Screen } from './screen.svelte';

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

/** A phase of a statement as it was last looked at. */
export interface Looked {
  statementId: string;
  phase: Phase;
}

/**
 * What to tremble for, now that a statement has come to this phase; undefined when it was so
 * already, or when it is looked at for the first time, as after a reload.
 */
export function tremblesFor(last: Looked | undefined, now: Looked): 'warning' | 'up' | undefined {
  if (last?.statementId !== now.statementId || last.phase === now.phase) return undefined;
  return now.phase === 'plenty' ? undefined : now.phase;
}

/**
 * Trembles as the time of a statement turns amber and red. Belongs to a component.
 *
 * @param mine whether the statement in progress is that of the device's holder
 */
export function vibrateInTime(screen: Screen, mine: () => boolean): void {
  let last: Looked | undefined;
  $effect(() => {
    const { statement, now } = screen;
    if (!statement || statement.silence || !mine()) {
      last = undefined;
      return;
    }
    const looked = { statementId: statement.id, phase: phaseOf(statement, now) };
    const why = tremblesFor(last, looked);
    last = looked;
    if (why) vibrate(why);
  });
}
