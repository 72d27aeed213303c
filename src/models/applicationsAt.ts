/** Applications by where they are written and by their layer. To look through all of them for each takes long in a long file. */
import type { Node } from '../python/syntax';
import type { Application, Facts } from './facts';
import type { Layer } from './values';

interface Grouped {
  readonly byNode: ReadonlyMap<Node, readonly Application[]>;
  readonly byLayer: ReadonlyMap<Layer | undefined, readonly Application[]>;
}

/** Made when first asked for, once all is followed. */
const known = new WeakMap<Facts, Grouped>();

export function applicationsAt(facts: Facts, node: Node): readonly Application[] {
  return groupedIn(facts).byNode.get(node) ?? [];
}

export function applicationsOf(facts: Facts, layer: Layer): readonly Application[] {
  return groupedIn(facts).byLayer.get(layer) ?? [];
}

function groupedIn(facts: Facts): Grouped {
  const { applications } = facts;
  const grouped = known.get(facts) ?? { byNode: groupedBy(applications, ({ node }) => node), byLayer: groupedBy(applications, ({ layer }) => layer) };
  known.set(facts, grouped);
  return grouped;
}

function groupedBy<K>(applications: readonly Application[], keyOf: (application: Application) => K): ReadonlyMap<K, readonly Application[]> {
  const groups = new Map<K, Application[]>();
  for (const application of applications) {
    const group = groups.get(keyOf(application));
    if (group) group.push(application);
    else groups.set(keyOf(application), [application]);
  }
  return groups;
}
