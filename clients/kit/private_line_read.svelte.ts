import type { RoomScreen } from './room_screen.svelte';
import { isVisible } from './visible.svelte';

/** Long enough to read a line. */
const READING_MS = 1500;

/**
 * Says to who wrote on the private line that it was read: after it has been in front of a person for a moment.
 *
 * @param shown the id of the last words of the other that are on this screen; undefined for none
 */
export function sayRead(screen: RoomScreen, shown: () => string | undefined): void {
  const reading = $derived(isVisible() ? shown() : undefined);
  $effect(() => {
    const signalId = reading;
    if (!signalId) return;
    const timer = setTimeout(
      () =>
        screen.say({
          visible: true,
          scene: 'SCENE_UNSPECIFIED',
          display: 'DISPLAY_MODE_UNSPECIFIED',
          delegationId: '',
          signalId,
          noticeId: '0',
        }),
      READING_MS,
    );
    return () => clearTimeout(timer);
  });
}
