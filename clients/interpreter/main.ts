import { startScreen } from '$kit/start';
import App from './App.svelte';

void startScreen(App);
