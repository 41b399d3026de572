import { readAddress } from '$kit/address';
import { startPage } from '$kit/page';
import { startScreen } from '$kit/start';
import App from './App.svelte';
import { deviceName } from './device';
import EnterCard from './EnterCard.svelte';

if (readAddress(location.hash).token) void startScreen(App, { device: deviceName() });
else void startPage(EnterCard);
