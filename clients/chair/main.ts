import { keepAwake } from '$kit/awake';
import { startScreen } from '$kit/start';
import Chair from './Chair.svelte';
import './chair.css';
import { applyTheme } from '$kit/preferences.svelte';

applyTheme();
keepAwake();
void startScreen(Chair);
