/** How V8 is to run a scan, which lasts seconds and is over before it pays to make each function fast. */
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** What each V8 calls the amount of running after which a function is optimised. One that is not listed would print a complaint. */
const optimiseLater: Readonly<Record<string, string>> = {
  11: '--interrupt-budget=1000000',
  12: '--invocation-count-for-turbofan=100000',
  13: '--invocation-count-for-turbofan=100000',
  14: '--invocation-count-for-turbofan=100000',
};

/**
 * With its usual budget V8 optimises a good part of thousands of functions that each run a little, which costs more than it wins: with
 * fifteen times of it a scan of 5 MB takes a third less processor time, and one of 20 MB a tenth. And it lets the garbage of a
 * long scan grow to several times of what is in use, in each thread; at one and a half times of it a scan takes no longer.
 */
export function tuneForScans({ v8 } = process.versions): void {
  const later = optimiseLater[v8.split('.', 1)[0] ?? ''];
  if (later === undefined) return;
  setFlagsFromString(later);
  setFlagsFromString('--heap-growing-percent=50');
}

/** Each holds the program and its garbage: with a third one a scan of 100 MB takes more than 300 MB of memory. */
const mostThreads = 2;

export function threadsByDefault(): number {
  return Math.min(mostThreads, availableParallelism());
}
