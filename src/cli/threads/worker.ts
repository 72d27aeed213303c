/** The program of a thread beside the main one. */
import { parentPort, workerData } from 'node:worker_threads';
import { lintingBy } from '../linting';
import { growingList } from './growingList';
import type { Orders, WorkerTask } from './crew';
import { readOn, type Listed } from './reading';

const { number, claims, rules }: WorkerTask = workerData;
const list = growingList<Listed>();

parentPort?.on('message', ({ files, isEnd }: Orders) => {
  list.add(files);
  if (isEnd) list.end();
});
await readOn({ number, claims, listedAt: list.at, linting: lintingBy(rules), tell: (place, outcome) => parentPort?.postMessage({ place, outcome }) });
parentPort?.close();
