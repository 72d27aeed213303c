/**
 * Puts another activation in the place of one: in the same framework and form, by the names that the file already
 * uses, with only the arguments that differ from the framework's defaults.
 */
import { findActivation } from '../activations/catalogue';
import { frameworks } from '../frameworks/catalogue';
import type { Framework, FrameworkSymbol } from '../frameworks/framework';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Span, Usage } from '../usages/usage';
import { freshArguments } from './argumentMapping';
import { editedSlice, inserted, replaced, type Edit } from '../documents/edit';
import { importableNames } from './importable';
import { phrasesFor, type Choice, type Phrase } from './phrases';
import { reach } from './reach';
import { importsOf, isInPlace, reworded, withoutCall, type Place } from './rewording';

export interface Replacement {
  /** One for the expression, then one for each import that has to be added. */
  readonly edits: readonly Edit[];
  /** What the expression reads afterwards: `nn.LeakyReLU(negative_slope=0.2)`. */
  readonly code: string;
  readonly addsImport: boolean;
}

/** Undefined where the framework has no words for the choice at this place, or where the edit would change more than the activation. */
export function replaceUsage(tree: SyntaxTree, usage: Usage, choice: Choice): Replacement | undefined {
  const place = placeOf(tree, usage);
  if (place === undefined || isGate(usage.activation) !== isGate(choice.activation)) return undefined;
  const rewording = choice.activation === 'identity' ? withoutCall(place) ?? reworded(place, choice) : reworded(place, choice);
  if (rewording === undefined || losesComment(tree, rewording.inside)) return undefined;
  const code = editedSlice(tree.text, usage.expression, rewording.inside);
  return {
    edits: [replaced(usage.expression.start, usage.expression.end, code), ...rewording.imports],
    code,
    addsImport: rewording.imports.length > 0,
  };
}

/** Writes an activation where none is: a module to be called later, or the function itself. */
export function insertActivation(tree: SyntaxTree, at: number, frameworkId: string, choice: Choice): Replacement | undefined {
  const framework = frameworks.find(({ id }) => id === frameworkId);
  if (framework === undefined) return undefined;
  for (const phrase of inOrder(phrasesFor(framework, choice), ['module', 'function'])) {
    const written = freshArguments(phrase, quoteOf(tree));
    const reached = reach(tree, at, importableNames(framework, phrase.symbol.name));
    if (written === undefined || reached === undefined) continue;
    if (phrase.symbol.form === 'function' && phrase.written.length > 0) continue;
    const code = phrase.symbol.form === 'module' ? `${reached.code}(${written.join(', ')})` : reached.code;
    const imports = importsOf(reached);
    return { edits: [inserted(at, code), ...imports], code, addsImport: imports.length > 0 };
  }
  return undefined;
}

function inOrder(phrases: readonly Phrase[], forms: readonly FrameworkSymbol['form'][]): Phrase[] {
  return forms.flatMap((form) => phrases.filter(({ symbol }) => symbol.form === form && !isInPlace(symbol)));
}

function placeOf(tree: SyntaxTree, usage: Usage): Place | undefined {
  const framework = frameworks.find(({ id }) => id === usage.framework);
  const from = framework?.symbols.find((symbol) => symbol.form === usage.form && qualifiedName(framework, symbol) === usage.symbol);
  const node = expressionAt(tree, usage.expression);
  if (framework === undefined || from === undefined || node === NONE || usage.certainty === 'hand-written') return undefined;
  return { tree, usage, framework, from, node, quote: quoteOf(tree) };
}

/** A method is called by its type where a usage names it. */
function qualifiedName({ tensor = '' }: Framework, { name, form }: FrameworkSymbol): string {
  return form === 'method' ? `${tensor}.${name}` : name;
}

/** The outermost expression that has exactly this span. */
function expressionAt(tree: SyntaxTree, { start, end }: Span): Node {
  for (let node = tree.root; node > 0; node--) {
    if (tree.start(node) === start && tree.end(node) === end && isExpression(tree.kind(node))) return node;
  }
  return NONE;
}

function isExpression(kind: Kind): boolean {
  return [Kind.Call, Kind.Attribute, Kind.Name, Kind.String, Kind.Concatenation].includes(kind);
}

function isGate(id: string): boolean {
  return findActivation(id)?.kind === 'gate';
}

function losesComment(tree: SyntaxTree, edits: readonly Edit[]): boolean {
  return tree.comments().some((comment) => edits.some(({ span }) => span.start < comment.end && comment.start < span.end));
}

/** The quotes that the file's first plain string has. */
export function quoteOf(tree: SyntaxTree): string {
  for (let node: Node = 1; node <= tree.root; node++) {
    const quote = tree.kind(node) === Kind.String ? /^\w*(["'])(?!\1\1)/.exec(tree.textOf(node))?.[1] : undefined;
    if (quote !== undefined) return quote;
  }
  return '"';
}
