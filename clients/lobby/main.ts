import { startPage } from '$kit/start';
import App from './App.svelte';

void startPage(App);
