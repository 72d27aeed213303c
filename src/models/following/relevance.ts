/** Which functions and classes can say anything of models, so that all others need not be followed by themselves. */
import { rankOf } from '../../documents/lines';
import type { Node } from '../../python/syntax';
import { hierarchyOf } from './attributes';
import type { Evaluation, FollowedText } from './evaluation';

const words = /\b(?:Linear|Dense|Conv[123][dD]|Sequential|compile|autocast|export|half|hessian)\b|[lL]oss|[cC]riterion|[eE]ntropy|nll_|init\./g;
const mostNames = 500;

/** Whether a definition uses an activation, names a layer or loss, or a definition, model or loss of the file that does. */
export function relevanceIn({ tree, usages }: FollowedText, { module, classes, functions }: Evaluation): (node: Node) => boolean {
  // The first stands before every place, so that the rank of none is 0.
  const own = [-1, ...usages.map(({ span }) => span.start), ...placesOf(words, tree.text)].sort((a, b) => a - b);
  const isWithin = (places: readonly number[], node: Node): boolean => rankOf(places, tree.end(node)) > rankOf(places, tree.start(node) - 1);
  const relevant = [
    ...classes.filter((value) => hierarchyOf(value).some(({ node }) => isWithin(own, node))).map(({ name }) => name),
    ...functions.filter(({ node }) => isWithin(own, node)).map(({ node }) => tree.textOf(tree.firstChild(node))),
    ...[...module.slots.values].filter(([, { kind }]) => kind === 'layer' || kind === 'instance' || kind === 'loss').map(([name]) => name),
  ];
  const names = [...new Set(relevant)].filter((name) => /^\w+$/.test(name)).slice(0, mostNames);
  const through = names.length === 0 ? [] : placesOf(new RegExp(`\\b(?:${names.join('|')})\\b`, 'g'), tree.text);
  const all = [...own, ...through].sort((a, b) => a - b);
  return (node) => isWithin(all, node);
}

function placesOf(pattern: RegExp, text: string): number[] {
  return [...text.matchAll(pattern)].map(({ index }) => index);
}
