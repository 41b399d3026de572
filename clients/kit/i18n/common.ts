import en from '../languages/en/common.json';
import { words } from './words.svelte';

/** The words of several screens: link, plates, courses, time. */
export const common = words('common', en);
