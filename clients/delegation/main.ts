import { startScreen } from '$kit/start';
import App from './App.svelte';
import { deviceName } from './device';

void startScreen(App, { device: deviceName() });
