/** What a definition says to who asks no more of it than what it is. */
import { definitionIn } from '../../python/dependencies';
import { nameOf } from '../../python/parts';
import type { Node } from '../../python/syntax';
import { ownSymbol } from '../formulas/ownSymbols';
import type { Reading } from '../reading';

/** Equal texts for what is the same; empty for what is no activation. */
export function saidBy(reading: Reading, statement: Node): string {
  const { tree, locals } = reading;
  const definition = definitionIn(tree, statement);
  const found = locals.implementers.has(nameOf(tree, definition)) ? ownSymbol(reading, definition) : undefined;
  return found === undefined ? '' : JSON.stringify({ ...found, framework: found.framework.id });
}
