import en from '../languages/en/phones.json';
import { words } from './words.svelte';

/** The words of chair and secretariat about phones that wait for approval or are shut out. */
export const phones = words(en, import.meta.glob(['../languages/*/phones.json', '!**/en/*']));
