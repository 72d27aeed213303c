import { findSymbol } from '../frameworks/lookup';
import { stringValue } from '../python/literals';
import { calleeOf, nameOf } from '../python/parts';
import { Kind, NONE, type Node } from '../python/syntax';
import { telling } from './conventions';
import { isString } from './locals';
import type { Reading } from './reading';

/** The one name of an activation among the numbers that make a layer, `[3, 88, False, "ReLU", 1]`, `ConvBlock(64, 3, "relu")`; or `NONE`. */
export function nameAmongNumbers(reading: Reading, cells: readonly Node[]): Node {
  const { tree } = reading;
  const [string = NONE, other] = cells.filter((cell) => isString(reading, cell));
  const numbers = cells.filter((cell) => tree.kind(cell) === Kind.Number);
  return other === undefined && string !== NONE && numbers.length >= 2 && telling.test(stringValue(tree, string) ?? '') ? string : NONE;
}

export function isClass(name: string): boolean {
  return /^_*[A-Z]/.test(name);
}

/** A class of which nothing is known; what an activation itself is given says which form it has: `GELU(8, 8, "tanh")`. */
export function isUnknownClass({ tree }: Reading, name: string | undefined, call: Node): boolean {
  return isClass(nameOf(tree, calleeOf(tree, call))) && (name === undefined || findSymbol(name) === undefined);
}
