import { words } from '$kit/i18n/words.svelte';
import en from '$kit/languages/en/delegation.json';

export const t = words('delegation', en);
