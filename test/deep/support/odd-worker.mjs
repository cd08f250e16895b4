// A worker that does what the name of its job says.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ name }) => {
  if (name.startsWith('throws')) throw new Error('thrown by the job');
  if (name.startsWith('exits')) process.exit(3);
  if (name.startsWith('hangs')) return;
  parentPort.postMessage({ news: { progress: 'half' } });
  parentPort.postMessage({ outcome: { wrong: name.startsWith('fails') ? ['it fails'] : [], done: 'all' } });
});
