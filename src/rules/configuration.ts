/**
 * What a project has decided about the rules, read from one of its files. The nearest one in or above the folder of a
 * file that says anything holds for it, and no other.
 *
 *     [tool.activation-lens]          # in pyproject.toml; activation-lens.toml does without this line
 *     preset = "quiet"
 *     exclude = ["experiments/"]      # as in .gitignore, relative to the folder of this file
 *     rules = { softmax-dim-missing = "warning", nll-needs-log-softmax = "off" }
 *
 * It brings two parsers along, so whoever starts quickly imports it when the first such file is met.
 */
import { parse as parseJson, type ParseError } from 'jsonc-parser';
import { readJson } from '../usages/configuration/json';
import { readToml } from '../usages/configuration/toml';
import { textOf, valueAt, type Entry, type Fields, type Value } from '../usages/configuration/values';
import { choiceOf } from './choice';
import { presets, type ConfigurationName, type RuleSettings } from './settings';

export interface Configuration {
  readonly settings: RuleSettings;
  /** Patterns of what no rule speaks of. */
  readonly exclude: readonly string[];
  /** Sentences about what could not be understood; what could be is in force all the same. */
  readonly problems: readonly string[];
}

/** Nothing where the file is for other programs alone. */
export function readConfiguration(text: string, name: ConfigurationName): Configuration | undefined {
  const isShared = name === 'pyproject.toml';
  if (isShared && !text.includes('activation-lens')) return undefined;
  const root = name === '.activation-lens.json' ? jsonIn(text) : tomlIn(text);
  if (typeof root === 'string') return { settings: {}, exclude: [], problems: [root] };
  const own = isShared ? fieldsAt(fieldsAt(root, 'tool'), 'activation-lens') : root;
  return own && configurationOf(own);
}

function tomlIn(text: string): Fields | string {
  try {
    const [root] = readToml(text.replace(/^\uFEFF/, ''));
    return root?.kind === 'fields' ? root : nothing;
  } catch (error) {
    const line = error instanceof Error && 'lineNumber' in error ? ` (line ${String(error.lineNumber)})` : '';
    return `The file is not valid TOML${line}.`;
  }
}

function jsonIn(text: string): Fields | string {
  if (text.trim() === '') return nothing;
  const errors: ParseError[] = [];
  parseJson(text, errors, { allowTrailingComma: true });
  const [root] = readJson(text);
  return errors.length === 0 && root?.kind === 'fields' ? root : 'The file is not a valid JSON object.';
}

const nothing: Fields = { kind: 'fields', entries: [] };

function fieldsAt(fields: Fields | undefined, key: string): Fields | undefined {
  const value = fields && valueAt(fields, key);
  return value?.kind === 'fields' ? value : undefined;
}

type Part = Partial<Configuration>;

function configurationOf({ entries }: Fields): Configuration {
  const parts = entries.map(partOf);
  return {
    settings: Object.assign({}, ...parts.map(({ settings }) => settings)),
    exclude: parts.flatMap(({ exclude = [] }) => exclude),
    problems: parts.flatMap(({ problems = [] }) => problems),
  };
}

function partOf({ key, value }: Entry): Part {
  switch (key) {
    case 'preset': return presetIn(value);
    case 'rules': return rulesIn(value);
    case 'exclude': return excludeIn(value);
    default: return problem(`There is no setting '${key}'; there are preset, rules and exclude.`);
  }
}

function presetIn(value: Value): Part {
  const preset = presets.find((each) => each === textOf(value));
  return preset === undefined ? problem(`preset must be one of ${presets.join(', ')}.`) : { settings: { preset } };
}

function excludeIn(value: Value): Part {
  const patterns = value.kind === 'list' ? value.items.map(textOf) : [textOf(value)];
  const exclude = patterns.filter((pattern) => pattern !== undefined);
  return exclude.length === patterns.length ? { exclude } : { exclude, problems: ['exclude must be a list of patterns.'] };
}

function rulesIn(value: Value): Part {
  if (value.kind !== 'fields') return problem('rules must say a severity for each rule: rules = { softmax-dim-missing = "warning" }.');
  const read = value.entries.map(({ key, value: set }) => choiceOf(key, textOf(set)));
  return {
    settings: { severities: Object.fromEntries(read.filter((each) => typeof each !== 'string')) },
    problems: read.filter((each) => typeof each === 'string'),
  };
}

function problem(text: string): Part {
  return { problems: [text] };
}
