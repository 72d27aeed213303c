/** The terminal program: reads the command line, writes to the standard streams and sets the exit code. */
import { version } from '../../package.json';
import { readCommand, type Command } from './command';
import { help } from './help';
import { findExplained } from './lookup';
import { explainPage } from './page';
import { exitCodes, scan } from './scan';
import { terminalOf } from './terminal';

async function run(command: Command): Promise<number> {
  switch (command.kind) {
    case 'help': return print(help);
    case 'version': return print(`${version}\n`);
    case 'misuse': return complain(`${command.problem}\nTry: activation-lens --help\n`);
    case 'explain': return explain(command.name);
    case 'scan': return scan(command);
  }
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
  return exitCodes.clean;
}

function complain(text: string): number {
  process.stderr.write(text);
  return exitCodes.misusedOrSkipped;
}

// A reader that has seen enough, such as `head`, closes the pipe: that is no error. A full disk is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.clean);
  process.stderr.write(`The output cannot be written (${error.code ?? error.message}).\n`);
  process.exit(exitCodes.misusedOrSkipped);
});
process.stderr.on('error', () => undefined);
const code = await run(readCommand(process.argv.slice(2)));
process.exitCode = code;
// Who was told to stop does not wait for input that is still being read, only for its own output.
if (code > 128) process.stdout.write('', () => process.exit(code));
