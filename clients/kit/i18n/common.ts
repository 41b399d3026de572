import en from '../languages/en/common.json';
import { words } from './words.svelte';

/** What several screens say: the link, plates, courses, time. */
export const common = words('common', en);
