import { mount, type Component } from 'svelte';
import { readAddress, type Address } from './address';
import AboveAll from './components/AboveAll.svelte';
import { prepare } from './page';
import { Screen } from './screen.svelte';

/**
 * Starts a screen of the room that the address names, in the reader's language.
 *
 * @param more what the page knows better than its address
 */
export async function startScreen(
  app: Component<{ screen: Screen }>,
  more: Partial<Address> = {},
): Promise<void> {
  // The link connects while the words are fetched.
  const screen = new Screen({ ...readAddress(location.hash), ...more });
  await prepare();
  mount(app, { target: document.body, props: { screen } });
  mount(AboveAll, { target: document.body, props: { screen } });
}
