/** What the person asked for, read from the command line. */
import { parseArgs } from 'node:util';
import { formatNames, type FormatName } from './formats/formats';

export interface ScanCommand {
  readonly kind: 'scan';
  /** Where the paths come from: the command line and lists, or requests on standard input. */
  readonly input: 'paths' | 'jsonl';
  readonly paths: readonly string[];
  /** A file that lists paths; `-` for standard input. */
  readonly filesFrom: string | undefined;
  /** What standard input is called in reports. */
  readonly inputName: string;
  readonly format: FormatName;
  readonly exclude: readonly string[];
  readonly isIgnoring: boolean;
  readonly isQuiet: boolean;
}

interface Misuse {
  readonly kind: 'misuse';
  readonly problem: string;
}

export type Command =
  | ScanCommand
  | { readonly kind: 'explain'; readonly name: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | Misuse;

const generalOptions = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

const scanOptions = {
  format: { type: 'string', short: 'f' },
  'files-from': { type: 'string' },
  'stdin-filename': { type: 'string' },
  path: { type: 'string' },
  input: { type: 'string' },
  exclude: { type: 'string', multiple: true },
  'no-ignore': { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
} as const;

type Values = Extract<ReturnType<typeof parse>, { values: unknown }>['values'];

export function readCommand(words: readonly string[]): Command {
  const parsed = parse(words);
  if ('problem' in parsed) return misuse(parsed.problem);
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: 'help' };
  if (values.version === true) return { kind: 'version' };
  const [command, ...rest] = positionals;
  if (command === undefined) return misuse('Say what to do: scan or explain.');
  if (command === 'help') return { kind: 'help' };
  if (command === 'scan') return readScan(rest, values);
  if (command === 'explain') return readExplain(rest, values);
  return misuse(`There is no command '${command}'; there are scan and explain.`);
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, options: { ...generalOptions, ...scanOptions } });
  } catch (error) {
    // Its first sentence says which option was wrong; the others explain how to write odd positional arguments.
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/(?<=\.) /);
    return { problem: sentence.endsWith('.') ? sentence : `${sentence}.` };
  }
}

function misuse(problem: string): Misuse {
  return { kind: 'misuse', problem };
}

function readScan(paths: readonly string[], values: Values): ScanCommand | Misuse {
  const problem = inputProblem(paths, values);
  if (problem !== undefined) return misuse(problem);
  const wanted = values.format ?? values.input ?? 'text';
  const format = formatNames.find((each) => each === wanted);
  if (format === undefined) return misuse(`There is no format '${wanted}'; there are ${listed(formatNames)}.`);
  return {
    kind: 'scan', paths, format,
    input: values.input === 'jsonl' ? 'jsonl' : 'paths',
    filesFrom: values['files-from'],
    inputName: values['stdin-filename'] ?? values.path ?? '-',
    exclude: values.exclude ?? [],
    isIgnoring: values['no-ignore'] !== true,
    isQuiet: values.quiet === true,
  };
}

/** Standard input can be read once, and something has to be read. */
function inputProblem(paths: readonly string[], values: Values): string | undefined {
  const isText = paths.includes('-');
  const isList = values['files-from'] === '-';
  if (values.input !== undefined && values.input !== 'jsonl') return `There is no input '${values.input}'; there is jsonl.`;
  if (values.input === 'jsonl') return paths.length > 0 || values['files-from'] !== undefined ? '--input jsonl takes no other paths.' : undefined;
  if (isText && isList) return 'Standard input is either a text or a list of files.';
  if (!isText && (values['stdin-filename'] ?? values.path) !== undefined) return '--stdin-filename belongs to the path -.';
  return paths.length === 0 && values['files-from'] === undefined ? 'Say what to scan: a file or a folder.' : undefined;
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** A name may be written as several words: `explain leaky relu`. */
function readExplain(words: readonly string[], values: Values): Command {
  const foreign = Object.keys(scanOptions).find((option) => option in values);
  if (foreign !== undefined) return misuse(`--${foreign} belongs to scan.`);
  if (words.length === 0) return misuse('Say which activation: gelu, LeakyReLU, torch.nn.SiLU.');
  return { kind: 'explain', name: words.join(' ') };
}
