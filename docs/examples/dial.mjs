// A customer dials: node docs/examples/dial.mjs 13512345678 1001
import { connectNodeToFloor } from 'switchhook/simulator/server';

const [customer, target, centre = 'ws://127.0.0.1:8787'] = process.argv.slice(2);
const floor = connectNodeToFloor(centre);
await floor.customer(customer).dial(target);
floor.close();
