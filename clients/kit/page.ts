import { mount, type Component } from 'svelte';
import { readAddress } from './address';
import { startLanguage } from './i18n/words.svelte';
import { keepPage } from './offline/install';
import { dropOld } from './offline/last_known';
import { remembers, siteStorage } from './site_data';
import { bearTranslation } from './translated';
import './styles/base.css';

/** Starts a page outside any room, in the reader's language. */
export async function startPage(app: Component): Promise<void> {
  await prepare();
  mount(app, { target: document.body });
  finish();
}

/** Runs on every page before it renders. */
export async function prepare(): Promise<void> {
  // A link to another room changes only the fragment, which loads nothing by itself. A page may keep more there.
  const said = (url: string) => JSON.stringify(readAddress(new URL(url).hash));
  addEventListener('hashchange', ({ oldURL, newURL }) => {
    if (said(oldURL) !== said(newURL)) location.reload();
  });
  void keepPage();
  const storage = siteStorage();
  if (storage) dropOld(storage, Date.now());
  // Its words are fetched with those of the page.
  if (!remembers()) await notRemembered().catch(() => {});
  await startLanguage(readAddress(location.hash));
}

/** Runs on every page once it is mounted. */
export function finish(): void {
  bearTranslation(document.body);
  if (!remembers())
    void notRemembered().then((note) => mount(note.default, { target: document.body }));
}

const notRemembered = () => import('./components/NotRemembered.svelte');
