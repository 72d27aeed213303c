/** Other programs, run so that one that fails is reported with its own words. */
import { spawn } from 'node:child_process';

/** On Windows npm and code are .cmd files, which start through a shell alone, and that wants quotes around spaces. */
function asStarted(program, args) {
  const throughShell = process.platform === 'win32' && ['npm', 'code'].includes(program);
  return { shell: throughShell, words: throughShell ? args.map((arg) => (/\s/.test(arg) ? `"${arg}"` : arg)) : args };
}

/**
 * Runs a program to its end and answers what it printed.
 *
 * `show` passes its output on while it runs; otherwise the output appears only in the error of a failure.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options]
 * @returns {Promise<string>}
 */
export function command(program, args, { cwd, env, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const { shell, words } = asStarted(program, args);
    const child = spawn(program, words, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      shell,
    });
    let output = '';
    child.stdout?.on('data', (chunk) => { output += chunk; });
    child.stderr?.on('data', (chunk) => { output += chunk; });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(new Error(`${[program, ...args].join(' ')} ended with ${code}\n${output.trimEnd()}`));
    });
  });
}

/** npm, without the reports that make its output long. */
export function npm(args, options) {
  return command('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], options);
}
