import en from '../languages/en/storage.json';
import { words } from './words.svelte';

/** What a page says whose browser keeps no site data. */
export const storage = words(en, import.meta.glob(['../languages/*/storage.json', '!**/en/*']));
