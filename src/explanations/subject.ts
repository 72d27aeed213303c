/** What a text about a usage needs to know, looked up once: the activation, its values here, the framework's name for it. */
import { defaultsOf } from '../activations/activation';
import type { Activation, ParameterValues } from '../activations/activation';
import { findActivation } from '../activations/catalogue';
import { findFramework } from '../frameworks/catalogue';
import type { Framework, FrameworkSymbol } from '../frameworks/framework';
import { parse } from '../python/parse';
import { literalValue } from '../python/literals';
import { callArguments } from '../python/parts';
import { Kind } from '../python/syntax';
import type { Node, SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';

/** What a usage means, without a look at the text. */
export interface Recognised {
  readonly activation: Activation;
  /** A value for every parameter: the one at this call, else the default. */
  readonly values: ParameterValues;
  readonly usage: Usage;
  readonly framework?: Framework;
  readonly symbol?: FrameworkSymbol;
}

export interface Subject extends Recognised {
  /** Names of the framework's arguments that the call writes. */
  readonly written: ReadonlySet<string>;
  /** Those of them whose value is no literal. */
  readonly computed: ReadonlySet<string>;
  /** The text of the file or notebook that the usage's offsets count in. */
  readonly text: string;
}

/** Undefined where the usage names an activation that the catalogue does not have. */
export function subjectOf(usage: Usage, text: string): Subject | undefined {
  const recognised = recognise(usage);
  return recognised && { ...recognised, text, ...argumentsAt(usage, recognised.symbol, text) };
}

export function recognise(usage: Usage): Recognised | undefined {
  const activation = findActivation(usage.activation);
  if (!activation) return undefined;
  const framework = findFramework(usage.framework);
  const symbol = framework && usage.form !== 'instance' ? remembered(framework, usage, (candidate) => isNamed(candidate, usage)) : undefined;
  const values = { ...defaultsOf(activation), ...Object.fromEntries(usage.parameters.map(({ name, value }) => [name, value])) };
  return { activation, values, usage, ...(framework ? { framework } : {}), ...(symbol ? { symbol } : {}) };
}

/** A configuration that names no library leaves open which one reads it. */
export function isOfAnyReader({ form, certainty }: Pick<Usage, 'form' | 'certainty'>): boolean {
  return form === 'configuration' && certainty === 'inferred';
}

/** The library's name for it: for a later call of a layer that of the layer, whose own arguments stand elsewhere. */
export function madeAs({ symbol, framework, usage }: Recognised): FrameworkSymbol | undefined {
  if (symbol !== undefined || framework === undefined || usage.form !== 'instance') return symbol;
  return remembered(framework, usage, ({ name }) => name === usage.symbol);
}

const symbolsFound = new Map<string, FrameworkSymbol>();

/** Remembered, since a file names the same few again and again, and a framework has hundreds. */
function remembered(framework: Framework, usage: Usage, isMeant: (candidate: FrameworkSymbol) => boolean): FrameworkSymbol | undefined {
  const key = `${framework.id} ${usage.form} ${usage.symbol}`;
  const symbol = symbolsFound.get(key) ?? framework.symbols.find(isMeant);
  if (symbol !== undefined) symbolsFound.set(key, symbol);
  return symbol;
}

function isNamed(symbol: FrameworkSymbol, usage: Usage): boolean {
  // The bare name of a method is no name by which a configuration could ask for it.
  if (usage.form === 'configuration') return symbol.form !== 'method' && symbol.name === usage.symbol;
  return symbol.form === usage.form && (symbol.name === usage.symbol || usage.symbol.endsWith(`.${symbol.name}`));
}

function argumentsAt(usage: Usage, symbol: FrameworkSymbol | undefined, text: string): Pick<Subject, 'written' | 'computed'> {
  const tree = parse(text.slice(usage.expression.start, usage.expression.end));
  const call = firstCall(tree, tree.root);
  const named = (call === undefined ? [] : callArguments(tree, call)).flatMap(({ keyword, stars, value }, position) => {
    const name = keyword ?? symbol?.arguments[position]?.name;
    return stars > 0 || name === undefined ? [] : [{ name, isComputed: literalValue(tree, value) === undefined }];
  });
  return { written: new Set(named.map(({ name }) => name)), computed: new Set(named.flatMap(({ name, isComputed }) => (isComputed ? [name] : []))) };
}

/** Whether code is a value by itself, such as `-1.0` or `"he_normal"`. */
export function isLiteral(code: string): boolean {
  const tree = parse(code);
  const statement = tree.firstChild(tree.root);
  return tree.kind(statement) === Kind.ExprStatement && literalValue(tree, tree.firstChild(statement)) !== undefined;
}

function firstCall(tree: SyntaxTree, node: Node): Node | undefined {
  if (tree.kind(node) === Kind.Call) return node;
  for (let child = tree.firstChild(node); child; child = tree.nextSibling(child)) {
    const found = firstCall(tree, child);
    if (found !== undefined) return found;
  }
  return undefined;
}
