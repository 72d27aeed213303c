/** The usage that a string is which stands where an activation is taken. */
import type { Found, FoundCarrier } from '../../frameworks/lookup';
import { stringContent, stringValue } from '../../python/literals';
import { nameRange } from '../../python/parts';
import { Kind, type Node, type SyntaxTree } from '../../python/syntax';
import { namedByPath } from '../configuration/meanings';
import { ofKerasLayer } from './layersOfKeras';
import { agreedString, readByOthers, usualString } from './meaningOfString';
import { namedInModule } from '../namedInModule';
import { meaningOf, openedTo } from '../parameters';
import type { Passed } from './passed';
import { spanOf, type Reading } from '../reading';
import type { Certainty, Usage } from '../usage';

export function usageOf(reading: Reading, { string, text, expression, written }: Passed, carriers: readonly FoundCarrier[], certainty: Certainty, hasOptions = false): Usage | undefined {
  const { tree, names } = reading;
  const word = text ?? textOf(tree, string);
  const byPath = namedByPath(word);
  const found: Found | undefined = byPath ?? namedInModule(reading, word, string) ?? (certainty === 'inferred' ? inferredString(reading, string, carriers, word) : agreedString(carriers, word));
  const meaning = found && meaningOf(reading, hasOptions ? openedTo(found.symbol, written.flatMap(({ keyword }) => keyword ?? [])) : found.symbol, written);
  if (found === undefined || meaning === undefined) return undefined;
  return {
    activation: meaning.activation,
    framework: found.framework.id,
    symbol: found.symbol.name,
    form: 'string',
    certainty: byPath ? 'resolved' : certainty,
    parameters: meaning.parameters,
    span: tree.kind(string) === Kind.String ? stringContent(tree, string) : nameRange(tree, string) ?? spanOf(tree, string),
    expression: spanOf(tree, expression ?? string),
    scope: names.scopePath(string),
  };
}

/** Where libraries disagree, that which the file imports is asked before one whose words alone are in it. */
function inferredString({ tree, names }: Reading, string: Node, carriers: readonly FoundCarrier[], word: string): Found | undefined {
  const imported = (): FoundCarrier[] => carriers.filter(({ framework }) => framework.roots.some((root) => names.importedRoots.has(root)));
  const found = agreedString(carriers, word) ?? agreedString(imported(), word) ?? usualString(carriers, word);
  return found && readByOthers(ofKerasLayer(tree, string, found, word), word);
}

/** `None` is a name too, of no activation; the string of the same letters is not. */
export function textOf(tree: SyntaxTree, node: Node): string {
  const text = tree.kind(node) === Kind.NoneLiteral ? 'None' : stringValue(tree, node);
  return text === undefined || (text === 'None' && tree.kind(node) !== Kind.NoneLiteral) ? '' : text;
}
