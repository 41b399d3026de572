import { startPage } from '$kit/page';
import App from './App.svelte';

void startPage(App);
