import { readFileSync } from 'node:fs';
import { itemsOf, type ContractData } from './contract-items.js';

/** The vendor's page as data; a copy, so that the tests need nothing from outside. */
export const CONTRACT = JSON.parse(readFileSync(new URL('./sobot-js-sdk-6.4.0.json', import.meta.url), 'utf8')) as ContractData;

/** The names of all that the data says. */
export const CONTRACT_ITEMS: readonly string[] = itemsOf(CONTRACT);
