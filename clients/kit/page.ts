import { mount, type Component } from 'svelte';
import { readAddress } from './address';
import { startLanguage } from './i18n/words.svelte';
import { keepPage } from './offline/install';
import { dropOld } from './offline/last_known';
import './styles/base.css';

/** Starts a page outside any room, in the reader's language. */
export async function startPage(app: Component): Promise<void> {
  await prepare();
  mount(app, { target: document.body });
}

/** Runs on every page before it renders. */
export function prepare(): Promise<void> {
  // A link to another room changes only the fragment, which loads nothing by itself.
  addEventListener('hashchange', () => location.reload());
  void keepPage();
  dropOld(localStorage, Date.now());
  return startLanguage(readAddress(location.hash));
}
