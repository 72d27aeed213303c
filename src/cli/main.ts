/**
 * The terminal program: reads the command line, writes to the standard streams and sets the exit code. Each command is loaded when it is asked for, since
 * to load all that is known of activations takes longer than most commands do.
 */
import { writeFile } from 'node:fs/promises';
import { version } from '../../package.json';
import { isFailure, type Failure } from '../documents/failure';
import { readCommand, type Command } from './command';
import { exitCodes } from './exitCodes';
import { helpOn } from './help';
import type { PlotCommand } from './plotOptions';
import { terminalOf } from './terminal';

async function run(command: Command): Promise<number> {
  const terminal = terminalOf(process.stdout, process.env);
  switch (command.kind) {
    case 'help': return print(helpOn(command.command));
    case 'version': return print(`${version}\n`);
    case 'misuse': return complain(`${command.problem}\nTry: activation-lens --help\n`);
    case 'explain': return printOr((await import('./explain')).explain(command.name, terminal));
    case 'plot': return plot(command);
    case 'outline': return printOr(await (await import('./outline')).outline(command.path));
    case 'rules': return print((await import('./rulePage')).ruleList(command.format, terminal));
    case 'scan': return (await import('./scan')).scan(command);
  }
}

async function plot(command: PlotCommand): Promise<number> {
  const drawn = (await import('./draw')).draw(command);
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
const code = await run(await readCommand(process.argv.slice(2)));
process.exitCode = code;
// Who was told to stop does not wait for input that is still being read, only for its own output.
if (code > 128) process.stdout.write('', () => process.exit(code));
