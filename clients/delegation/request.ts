import type { Commands } from '$kit/commands.svelte';
import type { RoomScreen } from '$kit/room_screen.svelte';
import type { MyState } from './my_state.svelte';
import type { Kept } from './situation';

/**
 * Asks for the floor, and notes the request. If the phone needs approval first, nothing is requested yet: the
 * phone keeps it.
 *
 * @returns whether the server took it
 */
export async function request(
  name: string,
  wanted: Kept,
  { screen, commands, my }: { screen: RoomScreen; commands: Commands; my: MyState },
): Promise<boolean> {
  const { meetingId, kind, delegationId, addressedTo } = wanted;
  const value = { delegationId, kind, addressedTo: [...addressedTo] };
  const revision = await commands.send(name, { case: 'requestFloor', value });
  if (!revision) return false;
  const requests = screen.questions?.requests ?? [];
  const id = `ask-${revision}`;
  if ([...screen.inscriptions, ...requests].some((each) => each.id === id))
    my.noteAsked(meetingId, { id, kind });
  if (screen.phone?.standing === 'PHONE_STANDING_WAITING') my.keepRequest(wanted);
  return true;
}
