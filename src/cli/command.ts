/** What the person asked for, read from the command line. */
import { parseArgs } from 'node:util';

export const formats = ['text', 'json'] as const;
export type Format = (typeof formats)[number];

export type Command =
  | { readonly kind: 'scan'; readonly paths: readonly string[]; readonly format: Format }
  | { readonly kind: 'explain'; readonly name: string }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'misuse'; readonly problem: string };

export const help = `Activation Lens: the activation functions in machine-learning code.

Usage
  activation-lens scan PATH… [--format text|json]
  activation-lens explain ID|NAME|SYMBOL

scan finds every use of an activation function in .py and .ipynb files. Folders are
searched recursively, but not what is hidden, node_modules, __pycache__, virtual
environments and site-packages; symbolic links in them are not followed. A file that
is named is read whatever it is called.

explain says what an activation function is: leaky-relu, LeakyReLU,
keras.layers.LeakyReLU.

Options
  --format text   one line for each use, and a summary (the default)
  --format json   an array with one object for each file:
                  { path, language, usages, findings, error }
                  usages: [{ activation, framework, symbol, form, certainty,
                             parameters, cell, range: { start, end } }]
                  Lines and characters count from 0, characters in UTF-16 code
                  units; in a notebook from the start of the cell. A parameter is
                  null where the code computes it. error says why a file was
                  skipped, and is null where it was read.
  --help          this text
  --version       the version

Exit codes
  0   all was read
  1   reserved for findings
  2   wrong usage, an unknown name, or a file that was skipped

Colours are used on a terminal, unless NO_COLOR is set.
`;

export function readCommand(words: readonly string[]): Command {
  const parsed = parse(words);
  if ('problem' in parsed) return { kind: 'misuse', problem: parsed.problem };
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: 'help' };
  if (values.version === true) return { kind: 'version' };
  const [command, ...rest] = positionals;
  if (command === undefined) return { kind: 'misuse', problem: 'Say what to do: scan or explain.' };
  if (command === 'help') return { kind: 'help' };
  if (command === 'scan') return readScan(rest, values.format ?? 'text');
  if (command === 'explain') return readExplain(rest, values.format);
  return { kind: 'misuse', problem: `There is no command '${command}'; there are scan and explain.` };
}

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        format: { type: 'string', short: 'f' },
        help: { type: 'boolean', short: 'h' },
        version: { type: 'boolean', short: 'v' },
      },
    });
  } catch (error) {
    // Its first sentence says which option was wrong; the others explain how to write odd positional arguments.
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/(?<=\.) /);
    return { problem: sentence.endsWith('.') ? sentence : `${sentence}.` };
  }
}

function readScan(paths: readonly string[], format: string): Command {
  if (paths.length === 0) return { kind: 'misuse', problem: 'Say what to scan: a file or a folder.' };
  const known = formats.find((each) => each === format);
  if (known === undefined) return { kind: 'misuse', problem: `There is no format '${format}'; there are ${formats.join(' and ')}.` };
  return { kind: 'scan', paths, format: known };
}

/** A name may be written as several words: `explain leaky relu`. */
function readExplain(words: readonly string[], format: string | undefined): Command {
  if (format !== undefined) return { kind: 'misuse', problem: '--format belongs to scan.' };
  if (words.length === 0) return { kind: 'misuse', problem: 'Say which activation: gelu, LeakyReLU, torch.nn.SiLU.' };
  return { kind: 'explain', name: words.join(' ') };
}
