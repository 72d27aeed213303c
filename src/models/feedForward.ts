/** The feed-forward part of a transformer: two layers with weights, the second of which gives back the width that the first receives. */
import type { SyntaxTree } from '../python/syntax';
import type { Usage } from '../usages/usage';
import type { Application, Facts } from './facts';
import { consumersOf, hasWeights, lastOperation } from './questions';
import { isUse } from './stack';
import type { Layer } from './values';

/** Whether a function that is followed is seen to stand elsewhere, as between an input and its embedding, or in what answers behind the blocks. */
export function isOutsideFeedForward(tree: SyntaxTree, { applications }: Facts, usage: Usage): boolean {
  const own = applications.filter((application) => isUse(tree, application, usage));
  return own.length > 0 && !own.some((application) => isInside(tree, application));
}

function isInside(tree: SyntaxTree, application: Application): boolean {
  const before = layerBefore(application);
  const after = layerAfter(application);
  if (before === undefined || after?.layer === undefined) return false;
  const [given, back] = [sizeOf(tree, before, before.layer.inputs), sizeOf(tree, after.layer, after.layer.layer.units)];
  if (given !== undefined && back !== undefined) return given === back;
  // What only says how much it gives is an answer where nothing goes on behind it.
  return after.layer.activation === undefined && consumersOf(after).length > 0;
}

function sizeOf(tree: SyntaxTree, { arguments: written }: Layer, parameter: string | undefined): string | undefined {
  const argument = written.get(parameter ?? '');
  return argument && tree.textOf(argument.node);
}

/** A layer of Keras has the function itself. */
function layerBefore({ layer, inputs: [input] }: Application): Layer | undefined {
  if (layer && layer.layer.type !== 'activation') return layer;
  const last = input && lastOperation(input);
  const before = last?.kind === 'normalisation' && last.inputs[0] ? lastOperation(last.inputs[0]) : last;
  return before && hasWeights(before) ? before.layer : undefined;
}

function layerAfter(application: Application): Application | undefined {
  const consumers = consumersOf(application).flatMap((consumer) => (consumer.kind === 'normalisation' ? consumersOf(consumer) : [consumer]));
  return consumers.find(hasWeights);
}
