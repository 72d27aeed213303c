/** The terminal program: reads the command line, writes to the standard streams and sets the exit code. */
import { version } from '../../package.json';
import { findFiles } from './files';
import { help, readCommand, type Command } from './command';
import { count, emptyTally, listFile, listSkipped, summarise } from './listing';
import { findExplained } from './lookup';
import { explainPage } from './page';
import { scanFile } from './scan';
import { terminalOf } from './terminal';

const exitCodes = { done: 0, misusedOrSkipped: 2 } as const;

function run(command: Command): number {
  switch (command.kind) {
    case 'help': return print(help);
    case 'version': return print(`${version}\n`);
    case 'misuse': return complain(`${command.problem}\nTry: activation-lens --help\n`);
    case 'explain': return explain(command.name);
    case 'scan': return command.format === 'json' ? scanAsJson(command.paths) : scanAsText(command.paths);
  }
}

function scanAsText(paths: readonly string[]): number {
  const terminal = terminalOf(process.stdout, process.env);
  const tally = emptyTally();
  for (const file of findFiles(paths)) {
    const report = scanFile(file);
    count(tally, report);
    process.stdout.write(listFile(report, terminal));
  }
  print(summarise(tally, terminal));
  return tally.skipped.length === 0 ? exitCodes.done : complain(listSkipped(tally, terminalOf(process.stderr, process.env)));
}

/** Written file by file, so that what was found before an interruption is there. */
function scanAsJson(paths: readonly string[]): number {
  let separator = '[\n';
  let skipped = false;
  for (const file of findFiles(paths)) {
    const report = scanFile(file);
    skipped ||= report.error !== null;
    process.stdout.write(separator + JSON.stringify(report));
    separator = ',\n';
  }
  process.stdout.write(separator === '[\n' ? '[]\n' : '\n]\n');
  return skipped ? exitCodes.misusedOrSkipped : exitCodes.done;
}

function explain(name: string): number {
  const found = findExplained(name);
  if (!('suggestions' in found)) return print(explainPage(found, terminalOf(process.stdout, process.env)));
  const names = found.suggestions.join(' or ');
  if (found.isAmbiguous) return complain(`'${name}' is short for ${names}: say which.\n`);
  const hint = names === '' ? 'activation-lens --help says what explain takes.' : `Did you mean ${names}?`;
  return complain(`There is no activation '${name}'. ${hint}\n`);
}

function print(text: string): number {
  process.stdout.write(text);
  return exitCodes.done;
}

function complain(text: string): number {
  process.stderr.write(text);
  return exitCodes.misusedOrSkipped;
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no error.
process.stdout.on('error', () => process.exit(exitCodes.done));
process.exitCode = run(readCommand(process.argv.slice(2)));
