import { isMainThread } from 'node:worker_threads';
import { deep } from './deep.js';
import { night } from './night.js';
import { serve } from './worker.js';

// One bundle: the thread that hands out the work, and those that do it.
const file = new URL(import.meta.url);
const [first, ...more] = process.argv.slice(2);

if (!isMainThread) serve();
else if (first === '--night') await night(more, file);
else await deep(process.argv.slice(2), file);
