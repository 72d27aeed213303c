/**
 * `npm test`: sets up what is missing, builds, and runs every suite; `npm test -- unit e2e` runs those named.
 *
 * Each suite has a runner of its own, whose machine-readable report is counted here. A suite that crashes or
 * runs nothing counts as a failure. The last line is `N passed, N failed`, with `, N skipped` if any were.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { findBrowser } from './rig/browser.mjs';
import { installCodeServer, whyNoCodeServer } from './rig/codeServer.mjs';
import { command } from './rig/command.mjs';
import { installFromDebian, onPath } from './rig/debian.mjs';
import { out, root } from './rig/paths.mjs';
import { buildAll, installDependencies, packageAll, progress } from './rig/setup.mjs';

/**
 * `failures` say which tests failed, and how; `unsteady` which passed at a second try only, and how they failed before.
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[], unsteady?: string[] }} Counts
 */

const say = progress();
const reports = join(out, 'reports');

/** @returns {Promise<Counts>} */
async function vitest(project) {
  const file = join(reports, `${project}.json`);
  await rm(file, { force: true });
  const args = [join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', project,
    '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ended = await command(process.execPath, args, { cwd: root, show: true }).then(() => true, () => false);
  if (!existsSync(file)) throw new Error('vitest left no report');
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(await readFile(file, 'utf8'));
  // A file that does not load has no tests to count, and an error outside any test leaves none that failed.
  const unloaded = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  const failed = numFailedTests + unloaded.length;
  const failures = [...testResults.flatMap((file) => messagesOf(file, 'failed')), ...unloaded.map(({ name, message }) => `${name}: ${message}`)];
  return { passed: numPassedTests, failed: ended ? failed : Math.max(failed, 1), skipped: numPendingTests + numTodoTests, failures, unsteady: testResults.flatMap((file) => messagesOf(file, 'passed')) };
}

/** How tests failed that ended so: one that passed may have failed before. */
function messagesOf({ name, assertionResults }, ended) {
  return assertionResults.filter(({ status, failureMessages }) => status === ended && failureMessages.length > 0)
    .map(({ fullName, failureMessages }) => `${relative(root, name)}: ${fullName}: ${failureMessages.join(' ')}`);
}

/** @returns {Promise<Counts>} */
async function extensionHost(kind) {
  const { runInHost } = await import('./rig/hostTests.mjs');
  const { stats, tests, failures } = await runInHost(kind);
  for (const { fullTitle, duration, err } of tests) {
    const failed = err.message !== undefined;
    console.log(`   ${failed ? '×' : '✓'} ${fullTitle}${duration === undefined ? ' (skipped)' : ` ${duration} ms`}`);
  }
  for (const { fullTitle, err } of failures) console.log(`\n${fullTitle}\n${err.stack ?? err.message}`);
  return { passed: stats.passes, failed: stats.failures, skipped: stats.pending, failures: failures.map(({ fullTitle, err }) => `${fullTitle}: ${err.message}`) };
}

/** In the order of their cost. `workbench` marks those that need a VS Code, `parallel` one that runs GNU parallel where there is one. */
const suites = {
  unit: { run: () => vitest('unit') },
  'unit-terminal': { run: () => vitest('unit-terminal'), parallel: true },
  browser: { run: () => vitest('browser'), browser: true },
  'host-node': { run: () => extensionHost('node'), browser: true, workbench: true },
  'host-web': { run: () => extensionHost('web'), browser: true, workbench: true },
  e2e: { run: () => vitest('e2e'), browser: true, workbench: true },
};

function chosenSuites() {
  const names = process.argv.slice(2);
  // `host` names both hosts, `unit` both suites without a browser.
  const isNamed = (suite, name) => suite === name || suite.startsWith(`${name}-`);
  const unknown = names.filter((name) => !Object.keys(suites).some((suite) => isNamed(suite, name)));
  if (unknown.length > 0) throw new Error(`No suite ${unknown.join(', ')}; there are ${Object.keys(suites).join(', ')}.`);
  return Object.entries(suites).filter(([suite]) => names.length === 0 || names.some((name) => isNamed(suite, name)));
}

async function setUp(chosen) {
  await mkdir(reports, { recursive: true });
  await installDependencies(say);
  say('Building');
  await buildAll();
  const wantsParallel = chosen.some(([, { parallel }]) => parallel) && onPath('parallel') === undefined;
  if (wantsParallel) await installFromDebian('GNU parallel', ['parallel'], say);
  if (chosen.some(([, { browser }]) => browser)) process.env.CHROME_PATH = await findBrowser(say);
  if (!chosen.some(([, { workbench }]) => workbench)) return;
  await installCodeServer(say);
  say('Packaging');
  await packageAll();
}

/** @returns {Promise<Counts>} */
async function outcome(name, run) {
  say(`Suite ${name}`);
  try {
    const counts = await run();
    if (counts.passed + counts.failed > 0) return counts;
    throw new Error('it ran nothing');
  } catch (error) {
    console.error(`Suite ${name} failed: ${error.stack}`);
    return { passed: 0, failed: 1, skipped: 0, failures: [`${name}: ${error.message}`] };
  }
}

async function runAll() {
  const reason = whyNoCodeServer();
  const chosen = chosenSuites().filter(([name, { workbench }]) => {
    const possible = !workbench || reason === undefined;
    if (!possible) say(`Left out suite ${name}: ${reason}`);
    return possible;
  });
  await setUp(chosen);
  const total = { passed: 0, failed: 0, skipped: 0, failures: [], unsteady: [] };
  for (const [name, { run }] of chosen) {
    const counts = await outcome(name, run);
    say(`Suite ${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    for (const key of ['passed', 'failed', 'skipped']) total[key] += counts[key];
    for (const key of ['failures', 'unsteady']) total[key].push(...(counts[key] ?? []).map((message) => `${name}: ${message}`));
  }
  return total;
}

let total;
try {
  total = await runAll();
} catch (error) {
  console.error(error.message);
  total = { passed: 0, failed: 1, skipped: 0, failures: [], unsteady: [] };
}
const { passed, failed, skipped, failures, unsteady } = total;
// Whoever reads only the end of a long log learns what failed.
for (const message of unsteady) console.log(`passed at the second try: ${message.slice(0, 1500)}`);
for (const failure of failures) console.log(`failed: ${failure.slice(0, 1500)}`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;
