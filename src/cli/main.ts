/** The terminal program: reads the command line, writes to the standard streams and sets the exit code. */
import { writeFile } from 'node:fs/promises';
import { version } from '../../package.json';
import { isFailure, type Failure } from '../documents/failure';
import { findRule, rules } from '../rules/catalogue';
import { readCommand, type Command } from './command';
import { draw } from './draw';
import { help } from './help';
import { findExplained } from './lookup';
import { outline } from './outline';
import type { PlotCommand } from './plotOptions';
import { explainPage } from './page';
import { explainRule, ruleList } from './rulePage';
import { exitCodes, scan } from './scan';
import { terminalOf } from './terminal';

async function run(command: Command): Promise<number> {
  switch (command.kind) {
    case 'help': return print(help);
    case 'version': return print(`${version}\n`);
    case 'misuse': return complain(`${command.problem}\nTry: activation-lens --help\n`);
    case 'explain': return explain(command.name);
    case 'plot': return plot(command);
    case 'outline': return printOr(await outline(command.path));
    case 'rules': return print(ruleList(command.format, terminalOf(process.stdout, process.env)));
    case 'scan': return scan(command);
  }
}

function explain(name: string): number {
  const rule = findRule(name);
  if (rule !== undefined) return print(explainRule(rule, terminalOf(process.stdout, process.env)));
  const found = findExplained(name);
  if (!('suggestions' in found)) return print(explainPage(found, terminalOf(process.stdout, process.env)));
  if (found.isAmbiguous) return complain(`'${name}' is short for ${found.suggestions.join(' or ')}: say which.\n`);
  const names = [...found.suggestions, ...rules.filter(({ id }) => id.includes(name)).map(({ id }) => id)].join(' or ');
  const hint = names === '' ? 'activation-lens --help says what explain takes.' : `Did you mean ${names}?`;
  return complain(`There is no activation or rule '${name}'. ${hint}\n`);
}

async function plot(command: PlotCommand): Promise<number> {
  const drawn = draw(command);
  if (command.output === undefined || isFailure(drawn)) return printOr(drawn);
  try {
    await writeFile(command.output, drawn);
    return exitCodes.clean;
  } catch (error) {
    return complain(`${command.output} cannot be written (${reasonOf(error)}).\n`);
  }
}

/** The operating system's word for it: `ENOENT`. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function printOr(text: string | Failure): number {
  return isFailure(text) ? complain(`${text.reason}\n`) : print(text);
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
