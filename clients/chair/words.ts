import { words } from '$kit/i18n/words.svelte';
import en from '$kit/languages/en/chair.json';

/** What only the chair's tablet says. */
export const t = words(en, import.meta.glob(['$kit/languages/*/chair.json', '!**/en/*']));
