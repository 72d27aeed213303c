// Whole processes, timed turn by turn so that what else the machine does falls on all of them alike.
import { spawnSync } from 'node:child_process';

/** Seconds from start to end; an unexpected exit code is an error, since a program that fails is fast. */
export function secondsOf({ program, args, codes = [0], env }) {
  const begin = process.hrtime.bigint();
  const { status, error, stderr } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...env }, maxBuffer: 1e9 });
  const taken = Number(process.hrtime.bigint() - begin) / 1e9;
  if (error) throw error;
  if (!codes.includes(status)) throw new Error(`${program} ${args.slice(0, 4).join(' ')} … ended with ${status}\n${stderr}`);
  return taken;
}

/** Seconds of each round, by the name of the task. */
export function inTurns(tasks, rounds) {
  const times = Object.fromEntries(Object.keys(tasks).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) times[name].push(secondsOf(task));
  }
  return times;
}

/** Whether a program can be started here at all. */
export function isThere(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}
