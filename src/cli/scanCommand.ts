/** What a scan was asked for: its options, checked against each other. */
import { presets, type RuleSettings } from '../rules/settings';
import type { CachePlace } from './cache';
import { formatNames, type FormatName } from './formats/formats';
import { listed } from './listed';

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
  /** What the options say of the rules; missing where none is to speak. */
  readonly rules: RuleSettings | undefined;
  /** Whether uses are listed, or findings alone. */
  readonly isListingUses: boolean;
  /** Whether findings are fixed, in the files or as a diff. */
  readonly fix: 'no' | 'files' | 'diff';
  /** Where what was found is kept. */
  readonly cache: CachePlace;
  /** How many threads read; missing where that is to depend on the machine and the work. */
  readonly threads: number | undefined;
}

export const scanOptions = {
  format: { type: 'string', short: 'f' },
  'files-from': { type: 'string' },
  'stdin-filename': { type: 'string' },
  path: { type: 'string' },
  input: { type: 'string' },
  exclude: { type: 'string', multiple: true },
  'no-ignore': { type: 'boolean' },
  quiet: { type: 'boolean', short: 'q' },
  preset: { type: 'string' },
  rule: { type: 'string', multiple: true },
  'no-findings': { type: 'boolean' },
  'findings-only': { type: 'boolean' },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  cache: { type: 'string' },
  'no-cache': { type: 'boolean' },
  threads: { type: 'string', short: 'j' },
} as const;

type Options = typeof scanOptions;
type ScanValues = {
  readonly [Name in keyof Options]?: Options[Name] extends { multiple: true } ? string[] | undefined : Options[Name] extends { type: 'string' } ? string | undefined : boolean | undefined;
};

/** The command, or what is wrong with it. */
export async function readScan(paths: readonly string[], values: ScanValues): Promise<ScanCommand | string> {
  const problem = inputProblem(paths, values) ?? findingsProblem(paths, values);
  if (problem !== undefined) return problem;
  const wanted = values.format ?? values.input ?? 'text';
  const format = formatNames.find((each) => each === wanted);
  if (format === undefined) return `There is no format '${wanted}'; there are ${listed(formatNames)}.`;
  const rules = await rulesIn(values);
  if (typeof rules === 'string') return rules;
  const threads = threadsIn(values.threads);
  if (typeof threads === 'string') return threads;
  return {
    kind: 'scan', paths, format, threads,
    input: values.input === 'jsonl' ? 'jsonl' : 'paths',
    filesFrom: values['files-from'],
    inputName: values['stdin-filename'] ?? values.path ?? '-',
    exclude: values.exclude ?? [],
    isIgnoring: values['no-ignore'] !== true,
    isQuiet: values.quiet === true,
    rules: values['no-findings'] === true ? undefined : rules,
    isListingUses: values['findings-only'] !== true,
    cache: placeOf(values),
    fix: values.fix === true ? 'files' : values['fix-dry-run'] === true ? 'diff' : 'no',
  };
}

/** Standard input can be read once, and something has to be read. */
function inputProblem(paths: readonly string[], values: ScanValues): string | undefined {
  const isText = paths.includes('-');
  const isList = values['files-from'] === '-';
  if (values.input !== undefined && values.input !== 'jsonl') return `There is no input '${values.input}'; there is jsonl.`;
  if (values.cache !== undefined && values['no-cache'] === true) return 'Say --cache or --no-cache.';
  if (values.input === 'jsonl' && (paths.length > 0 || values['files-from'] !== undefined)) return '--input jsonl takes no other paths.';
  if (values.input === 'jsonl') return values.cache === undefined ? undefined : '--cache keeps what is found in files, not in --input jsonl.';
  if (isText && isList) return 'Standard input is either a text or a list of files.';
  if (!isText && (values['stdin-filename'] ?? values.path) !== undefined) return '--stdin-filename belongs to the path -.';
  return paths.length === 0 && values['files-from'] === undefined ? 'Say what to scan: a file or a folder.' : undefined;
}

/** Who fixes needs findings, and files to write them to. */
function findingsProblem(paths: readonly string[], values: ScanValues): string | undefined {
  const given = (['no-findings', 'findings-only', 'fix', 'fix-dry-run'] as const).filter((name) => values[name] === true);
  const fixing = given.find((name) => name.startsWith('fix'));
  if (given.includes('no-findings') && given.length > 1) return `--no-findings leaves nothing for --${given[1] ?? ''}.`;
  if (given.includes('fix') && given.includes('fix-dry-run')) return 'Say --fix or --fix-dry-run.';
  if (fixing !== undefined && (paths.includes('-') || values.input === 'jsonl')) return `--${fixing} takes files, not standard input.`;
  return given.includes('fix-dry-run') && values.format !== undefined ? '--fix-dry-run writes a diff and has no --format.' : undefined;
}

/** The rules are loaded where one is named. */
async function rulesIn({ preset: wanted, rule: written = [] }: ScanValues): Promise<RuleSettings | string> {
  const preset = presets.find((each) => each === wanted);
  if (wanted !== undefined && preset === undefined) return `There is no preset '${wanted}'; there are ${listed(presets)}.`;
  const chosen = await Promise.all(written.map(async (each) => (await import('../rules/choice')).choiceOf(...idAndChoice(each))));
  const problem = chosen.find((each) => typeof each === 'string');
  if (problem !== undefined) return problem;
  const severities = Object.fromEntries(chosen.filter((each) => typeof each !== 'string'));
  return preset === undefined ? { severities } : { preset, severities };
}

/** Requests on standard input bring their texts. */
function placeOf({ cache, input, 'no-cache': isWithout }: ScanValues): CachePlace {
  if (cache !== undefined) return { folder: cache };
  return isWithout === true || input !== undefined ? 'none' : 'usual';
}

const mostThreads = 64;

/** As many as the person wants, or the scan where nothing or `auto` is said. */
function threadsIn(wanted = 'auto'): number | undefined | string {
  if (wanted === 'auto') return undefined;
  const threads = Number(wanted);
  return /^\d+$/.test(wanted) && threads >= 1 && threads <= mostThreads ? threads : `--threads takes auto or a number from 1 to ${mostThreads}, not '${wanted}'.`;
}

function idAndChoice(written: string): [id: string, choice: string] {
  const at = written.indexOf('=');
  return at < 0 ? [written, ''] : [written.slice(0, at), written.slice(at + 1)];
}
