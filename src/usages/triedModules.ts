/** Modules that a library brings where they are installed, as RLlib does: `torch, nn = try_import_torch()`, `tf1, tf, tfv = try_import_tf()`. */
import { findSymbol, type Found } from '../frameworks/lookup';
import { calleeOf, nameOf } from '../python/parts';
import { attributesOf, rootOf } from '../python/qualifiedNames';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Reading } from './reading';

const asking = /^try_import_(torch|tf|jax)$/;
const roots: ReadonlyMap<string, string> = new Map([['torch', 'torch'], ['tf', 'tensorflow'], ['jax', 'jax']]);
/** What such a function gives, by what everyone calls it. */
const modules: ReadonlyMap<string, string> = new Map([['torch', 'torch'], ['nn', 'torch.nn'], ['tf', 'tensorflow'], ['tf1', 'tensorflow.compat.v1'], ['jax', 'jax']]);

/** The package that a function of this name tries to import. */
export function rootTried(name: string): string | undefined {
  return roots.get(asking.exec(name)?.[1] ?? '');
}

/** `nn.Softmax` where `nn` is such a module. */
export function throughTried(reading: Reading, node: Node): Found | undefined {
  const path = pathTried(reading, node);
  return path === undefined ? undefined : findSymbol(path);
}

/** The path of what is taken out of such a module: `tensorflow.keras.layers.Dense`. */
export function pathTried({ tree, names }: Reading, node: Node): string | undefined {
  const root = rootOf(tree, node);
  const module = root === NONE || root === node ? undefined : modules.get(nameOf(tree, root));
  if (module === undefined) return undefined;
  const [binding, other] = names.bindingsOf(root);
  const isTried = binding !== undefined && other === undefined && rootTried(calledFor(tree, binding.node)) === module.split('.', 1)[0];
  return isTried ? [module, ...attributesOf(tree, node)].join('.') : undefined;
}

/** What is called for the value that a target, or the row around it, is bound to. */
function calledFor(tree: SyntaxTree, target: Node): string {
  const row = tree.parent(target);
  const statement = tree.kind(row) === Kind.Tuple ? tree.parent(row) : row;
  const value = tree.kind(statement) === Kind.Assign ? tree.lastChild(statement) : NONE;
  return tree.kind(value) === Kind.Call ? nameOf(tree, calleeOf(tree, value)) : '';
}
