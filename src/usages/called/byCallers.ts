/** What all calls of the file pass to a function or class of it for an activation that has no default: `Block(8, tf.nn.relu)` for `def __init__(self, n, act)`. */
import { NONE, type Node } from '../../python/syntax';
import { agreed, uncertain, type Hold, type Holding } from '../holding/holding';
import type { Reading } from '../reading';
import { passedByCallers } from './callers';
import { outsideOf } from './frame';

/** What a Parameter, or a field of a class, holds by what its callers pass. */
export function heldByCallers(reading: Reading, taking: Node, hold: Hold): Holding {
  const outside = outsideOf(reading);
  const passed = passedByCallers(outside, taking);
  return passed && uncertain(agreed(outside, passed.map((value): Holding => (value === NONE ? 'nothing' : hold(value, outside)))));
}
