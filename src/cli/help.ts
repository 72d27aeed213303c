/** What `--help` says: of everything, and of one command. */
import type { commandNames } from './command';

type CommandName = (typeof commandNames)[number];

const title = 'Activation Lens: the activation functions in machine-learning code.';

const usage: Readonly<Record<CommandName, string>> = {
  scan: `  activation-lens scan PATH… [options]
  activation-lens scan --files-from LIST [options]
  activation-lens scan - --stdin-filename NAME < FILE
  activation-lens scan --input jsonl < REQUESTS`,
  explain: `  activation-lens explain ID|NAME|SYMBOL|RULE`,
  plot: `  activation-lens plot ID|NAME|SYMBOL[:PARAMETER=VALUE,…]… [-o FILE.svg] [options]`,
  outline: `  activation-lens outline FILE`,
  rules: `  activation-lens rules [--format text|markdown|json]`,
};

const purpose: Readonly<Record<CommandName, string>> = {
  scan: `scan finds every use of an activation function in Python files (.py), notebooks
(.ipynb) and configurations of models (.json, .yaml, .toml). A path is a file, a
folder, or a pattern in quotes, such as 'src/**/*.py'. Folders are searched with all
folders in them, but not what is hidden, what .gitignore leaves out, node_modules,
__pycache__, virtual environments and site-packages; symbolic links in them are not
followed. A file that is named is read whatever it is called. It also checks what
is done with activations, layers and losses, and says what is wrong.`,
  explain: `explain says what an activation function is: leaky-relu, LeakyReLU,
keras.layers.LeakyReLU; or what a rule finds, why that matters, and what is right
instead: softmax-before-cross-entropy.`,
  plot: `plot draws functions with their gradients, as the Lab does: gelu silu, or
leaky-relu:negativeSlope=0.2; up to five, told apart by dash, marker and label. The
picture is SVG and goes to standard output, or into a file.`,
  outline: `outline shows the models of a file: their layers in order, each activation with its
role, and the loss that receives the output.`,
  rules: `rules lists what is checked; explain says all of one rule.`,
};

const formats = `Formats (--format, -f)
  text       one line for each use and for each finding, and a summary (the default)
  json       an array with one object for each file:
             { path, language, usages, findings, error }
             usages: [{ activation, framework, symbol, form, certainty,
                        parameters, cell, range: { start, end } }]
             findings: [{ rule, severity, confidence, message, cell, range,
                          related: [{ message, cell, range }],
                          fix: { title, edits: [{ cell, range, newText }] } | null }]
             Lines and characters count from 0, characters in UTF-16 code units;
             in a notebook from the start of the cell. A parameter is null where
             the code computes it. error says why a file was skipped, and is null
             where it was read.
  jsonl      the same objects, one a line, each as soon as its file was read
  sarif      SARIF 2.1.0; uses are results of the kind 'informational'
  markdown   tables
  csv        a row for each use and each finding, lines and columns counted from 1`;

const scanOptions = `Options of scan
  --files-from LIST      also scan the paths that a file lists, one a line or
                         separated by NUL; - is standard input
  --stdin-filename NAME  what the text of standard input (the path -) is called
                         in reports; its ending says what it is (--path is the same)
  --input jsonl          read { "path": …, "text": … } from each line of standard
                         input and write one report for each; a file whose text
                         is left out is read. The format is then jsonl
  --exclude PATTERN      leave out what fits, written as in .gitignore; may be
                         repeated
  --no-ignore            also scan what .gitignore leaves out
  --preset NAME          which rules speak: quiet (what is certain), recommended
                         (also what is likely, the default), teaching (every hint)
  --rule ID=SEVERITY     set a rule to off, hint, information, warning or error, or
                         to its default; may be repeated
  --no-findings          list uses alone
  --findings-only        list findings alone
  --fix                  apply the fixes of findings to the files, and report what
                         is left
  --fix-dry-run          write what --fix would change as a unified diff
  --no-cache             read every file. Otherwise what is found is kept among this
                         user's cached files, and files that are as they were are
                         not read again
  --cache FOLDER         keep it in a folder of its own instead, by what is in the
                         files and not by their times, so that it can be carried
                         from one run of a CI to the next
  --threads, -j N        read on N threads, each of which takes memory; auto (the
                         default) reads on two where the machine has the processors
                         and there is enough to read
  --quiet, -q            no summary, no progress, no list of what was skipped`;

const plotOptions = `Options of plot
  --output FILE, -o      write the picture, or the numbers, into a file
  --csv                  the values instead of a picture, as does a FILE.csv
  --range FROM:TO        the part of the x axis, such as -5:5
  --no-gradient          leave out f′, which --gradient shows (the default)
  --second               also show f″
  --bare                 leave out the inputs N(0, 1) and where the first function
                         saturates
  --theme light|dark     the colours (light where it is left out)
  --width, --height N    the size in pixels`;

const otherOptions = `Other options
  --help, -h             this text
  --version, -v          the version`;

const exitCodes = `Exit codes
  0     all was read
  1     all was read, and there are findings of the severity error or warning
  2     wrong usage, an unknown name, settings that were not understood, or a path
        that was skipped
  130   ended by Ctrl+C, after what had been found was written (143: by SIGTERM)`;

const settings = `Settings of the rules are read from activation-lens.toml, .activation-lens.json or
[tool.activation-lens] in pyproject.toml, the nearest in or above the folder of a file:

  preset = "quiet"
  exclude = ["experiments/"]
  rules = { softmax-dim-missing = "warning" }

Options come before settings. A comment silences a rule on its line:
# activation-lens: ignore[softmax-dim-missing]`;

const colours = `Colours and progress are shown on a terminal alone; NO_COLOR turns colours off.`;

const furtherOf: Readonly<Partial<Record<CommandName, readonly string[]>>> = {
  scan: [formats, scanOptions, otherOptions, exitCodes, settings, colours],
  plot: [plotOptions],
};

function page(...parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function usageOf(commands: readonly CommandName[]): string {
  return ['Usage', ...commands.map((command) => usage[command])].join('\n');
}

/** What all commands are, or what one of them is, with the options that it has. */
export function helpOn(command: CommandName | undefined): string {
  if (command !== undefined) return page(usageOf([command]), purpose[command], ...(furtherOf[command] ?? []));
  return page(
    title, usageOf(['scan', 'explain', 'plot', 'outline', 'rules']), purpose.scan, purpose.explain, purpose.plot, purpose.outline, purpose.rules,
    formats, scanOptions, plotOptions, otherOptions, exitCodes, settings, colours,
  );
}
