/** What a file says about how its model will run: precision, quantisation, recurrent kernels, second derivatives. */
import { callArguments, calleeOf, nameOf } from '../python/parts';
import { literalValue } from '../python/literals';
import { Kind, NONE, type Node, type SyntaxTree } from '../python/syntax';
import { recurrentAround } from './architecture';
import { differentiatedByInput } from './inputDerivative';
import { callsIn, type NamedCall } from './region';
import { differentiatedTwice } from './secondDerivative';
import type { Constraint, Fact } from './situation';

const quantisers = /^(prepare_qat|prepare_qat_fx|prepare_fx|quantize_dynamic|quantize_static|convert_fx|quantize_)$/;
const recurrentLayers = /^(LSTM|GRU)$/;

export function constraintsOf(tree: SyntaxTree, framework: string, node: Node): Fact<Constraint>[] {
  const calls = callsIn(tree, tree.root);
  const twice = differentiatedTwice(tree, calls);
  const found: (Fact<Constraint> | undefined)[] = [
    likely('int8', calls.find(({ name }) => quantisers.test(name)), tree),
    likely('float16', calls.find(({ name, node }) => name === 'half' || isMixedFloat16(tree, node)), tree),
    likely('second-derivative', twice, tree),
    // What is differentiated twice is differentiated once.
    twice ? undefined : likely('input-derivative', differentiatedByInput(tree, calls), tree),
    usesKeras(framework) ? likely('cudnn-rnn', recurrentAt(tree, node), tree) : undefined,
  ];
  return found.filter((fact) => fact !== undefined);
}

/** What it gets decides on which kernel it runs, and nothing beside it does. */
function recurrentAt(tree: SyntaxTree, node: Node): NamedCall | undefined {
  const call = recurrentAround(tree, node);
  const name = call === NONE ? '' : nameOf(tree, calleeOf(tree, call));
  return recurrentLayers.test(name) ? { name, node: call } : undefined;
}

function usesKeras(framework: string): boolean {
  return /keras|tensorflow/.test(framework);
}

/** `set_global_policy("mixed_float16")`, `autocast(dtype=torch.float16)` */
function isMixedFloat16(tree: SyntaxTree, call: Node): boolean {
  return callArguments(tree, call).some(({ keyword, value }) => {
    if (tree.kind(value) === Kind.String) return literalValue(tree, value) === 'mixed_float16';
    return keyword === 'dtype' && tree.kind(value) === Kind.Attribute && nameOf(tree, value) === 'float16';
  });
}

function likely(value: Constraint, call: NamedCall | undefined, tree: SyntaxTree): Fact<Constraint> | undefined {
  return call && { value, sureness: 'likely', evidence: { offset: tree.start(call.node), text: call.name } };
}
