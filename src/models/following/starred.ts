/** Names that come by a star from a module that nobody has described: `from fastai.vision.all import *` brings `nn`. */
import type { Names } from '../../python/names';
import { nameOf } from '../../python/parts';
import { attributesOf, joined, rootOf } from '../../python/qualifiedNames';
import type { Node, SyntaxTree } from '../../python/syntax';
import { customaryModules } from '../../usages/fragments';

/** The libraries themselves, and what nobody calls otherwise in a text that is written for PyTorch. */
const handedOn = ['torch', 'nn', 'F', 'tf', 'keras'];

const modules = new WeakMap<SyntaxTree, Readonly<Record<string, string>>>();

/** What such a name is in its library: `torch.nn.Softmax`; undefined where the text does not tell which library that is. */
export function starredName(tree: SyntaxTree, names: Names, node: Node): string | undefined {
  if (names.starNames(node).length === 0) return undefined;
  const root = nameOf(tree, rootOf(tree, node));
  if (!handedOn.includes(root)) return undefined;
  let known = modules.get(tree);
  if (known === undefined) modules.set(tree, (known = customaryModules(tree.text)));
  const module = Object.hasOwn(known, root) ? known[root] : undefined;
  return module === undefined ? undefined : joined(module, attributesOf(tree, node));
}
