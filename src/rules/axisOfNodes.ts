/** Weights over the nodes of all graphs of a batch, where each graph is pooled by itself. */
import type { Application, LibraryCall } from '../models/facts';
import { constantArgument, consumersOf, isMultiplication } from '../models/questions';
import { placeOf } from './places';
import type { Finding, RuleFile } from './rule';

const pooling = /^torch_geometric\.nn\.(\w+\.)*global_(add|mean)_pool$/;

/** `global_add_pool(softmax(scores, dim=0) * x, batch)` */
export function overNodes(file: RuleFile, application: Application): Finding | undefined {
  if (application.axis !== 0) return undefined;
  const products = consumersOf(application).filter(isMultiplication);
  const pool = products.length === 0 ? undefined : file.facts.libraryCalls.find((call) => isPoolOf(call, products));
  return pool && {
    span: placeOf(file, application),
    message: 'Axis 0 holds the nodes of all graphs of the batch, but each graph is pooled by itself: its weights do not sum to 1. Use torch_geometric.utils.softmax(scores, batch).',
    related: [{ span: file.spanOf(pool.node), message: 'What is pooled by graph' }],
  };
}

/** With a second argument, which says to which graph a node belongs. */
function isPoolOf(call: LibraryCall, products: readonly Application[]): boolean {
  if (!pooling.test(call.name)) return false;
  const pooled = (call.arguments.get('0') ?? call.arguments.get('x'))?.value;
  const batch = call.arguments.has('1') ? '1' : 'batch';
  return products.some(({ output }) => output === pooled) && call.arguments.has(batch) && constantArgument(call, batch) !== null;
}
