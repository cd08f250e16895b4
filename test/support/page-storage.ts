export { pageStorage } from '../../adapters/testing/floor/storage.js';
