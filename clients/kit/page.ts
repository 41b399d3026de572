import { mount, type Component } from 'svelte';
import { readAddress } from './address';
import { startLanguage } from './i18n/words.svelte';
import { keepPage } from './offline/install';
import './styles/base.css';

/** Starts a page that belongs to no room, in the reader's language. */
export async function startPage(app: Component): Promise<void> {
  await prepare();
  mount(app, { target: document.body });
}

/** What every page does before it shows anything. */
export function prepare(): Promise<void> {
  // A link to another room, opened in this tab, changes nothing but the fragment.
  addEventListener('hashchange', () => location.reload());
  void keepPage();
  return startLanguage(readAddress(location.hash));
}
