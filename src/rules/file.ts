import { followModels } from '../models/followModels';
import type { Facts } from '../models/facts';
import type { Names } from '../python/names';
import { nameRange } from '../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import type { RuleFile } from './rule';

/** What rules are asked about. Models are followed, unless somebody did, and nodes looked up, when the first rule wants to know. */
export function newRuleFile(tree: SyntaxTree, names: Names, usages: readonly Usage[], followed?: () => Facts | undefined): RuleFile {
  let facts: Facts | undefined;
  let places: Places | undefined;
  return {
    text: tree.text, tree, names, usages,
    get facts() {
      return (facts ??= followed?.() ?? followModels({ tree, names, usages }));
    },
    spanOf: (node) => ({ start: tree.start(node), end: tree.end(node) }),
    nodeOf: (usage) => (places ??= placesOf(tree, usages)).nodes.get(usage) ?? NONE,
    usageOf: (node) => (places ??= placesOf(tree, usages)).usages.get(node),
  };
}

interface Places {
  readonly nodes: ReadonlyMap<Usage, Node>;
  readonly usages: ReadonlyMap<Node, Usage>;
}

function placesOf(tree: SyntaxTree, all: readonly Usage[]): Places {
  const byName = new Map(all.map((usage) => [usage.span.start, usage]));
  const byExpression = new Map(all.map((usage) => [usage.expression.start, usage]));
  const nodes = new Map<Usage, Node>();
  const usages = new Map<Node, Usage>();
  for (let node = 1; node <= tree.root; node++) {
    const kind = tree.kind(node);
    const isName = kind === Kind.Name || kind === Kind.Attribute;
    const usage = isName ? byName.get(nameRange(tree, node)?.start ?? -1) : byExpression.get(tree.start(node));
    if (usage === undefined || nodes.has(usage)) continue;
    if (!isName && usage.expression.end !== tree.end(node)) continue;
    if (isName && usage.form === 'formula') continue;
    nodes.set(usage, node);
    usages.set(node, usage);
  }
  return { nodes, usages };
}
