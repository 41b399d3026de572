import en from '../languages/en/common.json';
import { words } from './words.svelte';

/** The words of several screens: link, plates, courses, time. */
export const common = words(en, import.meta.glob(['../languages/*/common.json', '!**/en/*']));
