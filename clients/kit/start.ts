import { mount, type Component } from 'svelte';
import { readAddress, type Address } from './address';
import ScreenOverlays from './components/ScreenOverlays.svelte';
import { finish, prepare } from './page';
import { RoomScreen } from './room_screen.svelte';

/** Starts a screen of the room in the address; `more` overrides the address. */
export async function startScreen(
  app: Component<{ screen: RoomScreen }>,
  more: Partial<Address> = {},
): Promise<void> {
  // The link connects while the words are fetched.
  const screen = new RoomScreen({ ...readAddress(location.hash), ...more });
  await prepare();
  mount(app, { target: document.body, props: { screen } });
  mount(ScreenOverlays, { target: document.body, props: { screen } });
  finish();
}
