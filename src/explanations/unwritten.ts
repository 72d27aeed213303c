/** What a call leaves to the framework: parameters that it could set and does not, with the values that then apply. */
import type { ParameterValue } from '../activations/activation';
import type { Argument, Form } from '../frameworks/framework';
import { parse } from '../python/parse';
import { callArguments } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import { recognise, type Recognised } from './subject';

export interface Unwritten {
  /** Where the arguments would go on. */
  readonly offset: number;
  /** What separates them from the arguments before: nothing, a space, or a comma and a space. */
  readonly separator: string;
  readonly defaults: readonly UnwrittenDefault[];
}

interface UnwrittenDefault {
  /** The framework's own name: `negative_slope`. */
  readonly argument: string;
  /** As Python writes it. */
  readonly value: string;
  readonly meaning: string;
}

/** Nothing where there is no call, or nothing that it leaves out. */
export function unwrittenIn(usage: Usage, text: string): Unwritten | undefined {
  const recognised = recognise(usage);
  const open = usage.parameters.some(({ source }) => source === 'default');
  const call = open ? callIn(usage, text) : undefined;
  if (recognised === undefined || call === undefined) return undefined;
  const defaults = defaultsLeft(recognised, call);
  return defaults.length === 0 ? undefined : { offset: call.offset, separator: call.separator, defaults };
}

interface Call {
  readonly offset: number;
  readonly separator: string;
  readonly positional: number;
  readonly keywords: ReadonlySet<string>;
}

function defaultsLeft({ activation, symbol, usage }: Recognised, call: Call): UnwrittenDefault[] {
  const accepted = symbol?.arguments ?? [];
  const byPosition = accepted.filter(({ keywordOnly }) => keywordOnly !== true).slice(0, call.positional);
  const isWritten = (argument: Argument): boolean =>
    byPosition.includes(argument) || [argument.name, ...argument.aliases ?? []].some((name) => call.keywords.has(name));
  return usage.parameters.flatMap(({ name, value, source }) => {
    const argument = accepted.find(({ parameter }) => parameter === name);
    const written = argument && literalFor(argument, value);
    if (source !== 'default' || argument === undefined || written === undefined || argument.required === true || isWritten(argument)) return [];
    return [{ argument: argument.name, value: written, meaning: activation.parameters[name]?.meaning ?? '' }];
  });
}

/** Only where the name is called itself are the arguments its own: not those of `partial`, not those of an instance. */
const called: readonly Form[] = ['module', 'function', 'method'];

function callIn({ form, span, expression }: Usage, text: string): Call | undefined {
  if (!called.includes(form) || text[expression.end - 1] !== ')' || !/^\s*\(/.test(text.slice(span.end, expression.end))) return undefined;
  // The name alone stands for all before it, which for a chain of methods may be long.
  const tree = parse(text.slice(span.start, expression.end));
  const call = outermostCall(tree);
  if (call === NONE) return undefined;
  const written = callArguments(tree, call);
  const keywords = new Set(written.flatMap(({ keyword }) => keyword ?? []));
  const positional = written.filter(({ keyword, stars }) => keyword === undefined && stars === 0).length;
  const last = written.at(-1);
  if (last === undefined) return { offset: text.indexOf('(', span.end) + 1, separator: '', positional, keywords };
  const end = span.start + tree.end(last.value);
  // A generator that is the only argument has the parentheses of the call.
  if (end === expression.end) return undefined;
  const rest = text.slice(end, expression.end - 1);
  // Parentheses around the last argument belong to no node.
  const [closing = ''] = /^(?:[\s)]*\))?(?:\s*,)?/.exec(rest) ?? [];
  return { offset: end + closing.length, separator: closing.endsWith(',') ? ' ' : ', ', positional, keywords };
}

/** A node stands behind its children. */
function outermostCall(tree: SyntaxTree): Node {
  let node = tree.root;
  while (node !== NONE && tree.kind(node) !== Kind.Call) node--;
  return node;
}

/** A value as a call would write it; nothing where the argument has no spelling for it. */
function literalFor({ values }: Argument, value: ParameterValue): string | undefined {
  if (values === undefined) return typeof value === 'number' ? String(Number(value.toPrecision(6))) : `'${value}'`;
  const spelling = Object.keys(values).find((key) => values[key] === value);
  if (spelling === undefined) return undefined;
  if (spelling === 'true' || spelling === 'false') return spelling === 'true' ? 'True' : 'False';
  return Number.isNaN(Number(spelling)) ? `'${spelling}'` : spelling;
}
