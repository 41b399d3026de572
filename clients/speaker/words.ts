import { words } from '$kit/i18n/words.svelte';
import en from '$kit/languages/en/speaker.json';

export const t = words('speaker', en);
