import { mount, type Component } from 'svelte';
import { prepare } from './page';
import { Screen } from './screen.svelte';

/** Starts a screen of the room that the address names, in the reader's language. */
export async function startScreen(app: Component<{ screen: Screen }>): Promise<void> {
  // The link connects while the words are fetched.
  const screen = new Screen();
  await prepare();
  mount(app, { target: document.body, props: { screen } });
}
