/** What the person asked for, read from the command line. */
import { parseArgs } from 'node:util';
import { listed } from './listed';
import { plotOptions, readPlot, withJoinedRange, type PlotCommand } from './plotOptions';
import { readScan, scanOptions, type ScanCommand } from './scanCommand';

interface Misuse {
  readonly kind: 'misuse';
  readonly problem: string;
}

const ruleFormats = ['text', 'markdown', 'json'] as const;
export type RuleFormat = (typeof ruleFormats)[number];

export type Command =
  | ScanCommand
  | PlotCommand
  | { readonly kind: 'explain'; readonly name: string }
  | { readonly kind: 'outline'; readonly path: string }
  | { readonly kind: 'rules'; readonly format: RuleFormat }
  | { readonly kind: 'help'; readonly command: CommandName | undefined }
  | { readonly kind: 'version' }
  | Misuse;

const generalOptions = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

type Values = Extract<ReturnType<typeof parse>, { values: unknown }>['values'];

export const commandNames = ['scan', 'explain', 'plot', 'outline', 'rules'] as const;
type CommandName = (typeof commandNames)[number];

/** Whose each option is; help and version are everybody's. */
const owners = { scan: scanOptions, plot: plotOptions } as const;

export async function readCommand(words: readonly string[]): Promise<Command> {
  const parsed = parse(words);
  if ('problem' in parsed) return misuse(parsed.problem);
  const { values, positionals } = parsed;
  if (values.help === true) return helpOn(positionals);
  if (values.version === true) return { kind: 'version' };
  const [command, ...rest] = positionals;
  switch (command) {
    case undefined: return misuse('Say what to do: scan, explain, plot, outline or rules.');
    case 'help': return helpOn(rest);
    case 'scan': return foreignTo('scan', values) ?? orMisuse(await readScan(rest, values));
    case 'explain': return foreignTo('explain', values) ?? readExplain(rest);
    case 'plot': return foreignTo('plot', values) ?? orMisuse(readPlot(rest, values));
    case 'outline': return foreignTo('outline', values) ?? readOutline(rest);
    case 'rules': return foreignTo('rules', values) ?? readRules(rest, values);
    default: return misuse(`There is no command '${command}'; there are ${listed(commandNames)}.`);
  }
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({ args: withJoinedRange(words), allowPositionals: true, options: { ...generalOptions, ...scanOptions, ...plotOptions } });
  } catch (error) {
    // Its first sentence says which option was wrong; the others explain how to write odd positional arguments.
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/(?<=\.) /);
    return { problem: sentence.endsWith('.') ? sentence : `${sentence}.` };
  }
}

/** `plot --help` and `help plot` are about plot alone. */
function helpOn([about]: readonly string[]): Command {
  return { kind: 'help', command: commandNames.find((name) => name === about) };
}

function misuse(problem: string): Misuse {
  return { kind: 'misuse', problem };
}

function orMisuse(command: ScanCommand | PlotCommand | string): Command {
  return typeof command === 'string' ? misuse(command) : command;
}

/** The first option that another command has and this one has not; `rules` shares one with scan. */
function foreignTo(command: CommandName, values: Values): Misuse | undefined {
  for (const [owner, options] of Object.entries(owners)) {
    const foreign = Object.keys(options).find((option) => option in values && !(command === 'rules' && option === 'format'));
    if (owner !== command && foreign !== undefined) return misuse(`--${foreign} belongs to ${owner}.`);
  }
  return undefined;
}

/** A name may be written as several words: `explain leaky relu`. */
function readExplain(words: readonly string[]): Command {
  if (words.length === 0) return misuse('Say which activation or rule: gelu, torch.nn.SiLU, softmax-before-cross-entropy.');
  return { kind: 'explain', name: words.join(' ') };
}

function readOutline([path, ...others]: readonly string[]): Command {
  return path === undefined || others.length > 0 ? misuse('Say which file to outline: one Python file or notebook.') : { kind: 'outline', path };
}

function readRules(words: readonly string[], { format: wanted = 'text' }: Values): Command {
  const format = ruleFormats.find((each) => each === wanted);
  if (words.length > 0) return misuse('rules takes no names; explain does.');
  return format === undefined ? misuse(`There is no format '${wanted}' of rules; there are ${listed(ruleFormats)}.`) : { kind: 'rules', format };
}
