import { createApp } from 'vue';
import PhoneBar from './PhoneBar.vue';

createApp(PhoneBar).mount('#app');
