import { stringValue } from '../python/literals';
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
