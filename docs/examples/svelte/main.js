import { mount } from 'svelte';
import PhoneBar from './PhoneBar.svelte';

mount(PhoneBar, { target: document.querySelector('#app') });
