/** Numbers of a function that are weights: a leaky rectifier with a slope that is learned is PReLU. */
import { findActivation } from '../../activations/catalogue';
import { calleeOf, nameOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import { attributeAt, isOwnAttribute, reachingBinding } from './bindings';
import type { Workshop } from './callees';
import type { Recognised } from './recognise';
import type { Leaf } from './steps';

/** What libraries make a weight by, and people around them. */
const makers = /^(get_variable|Variable|ResourceVariable|Parameter|add_weight|create_parameter|register_parameter|parameter|param|weight_variable|bias_variable)$/;

/** Whether an expression makes a weight: `tf.get_variable("alpha", [3])`, `nn.Parameter(…)`. */
export function makesWeight(tree: SyntaxTree, node: Node): boolean {
  return tree.kind(node) === Kind.Call && makers.test(nameOf(tree, calleeOf(tree, node)));
}

/** Whether a variable or attribute holds a weight: `alpha = tf.get_variable("alpha", [3])`, `self.a = nn.Parameter(…)`, `self.a = mx.ones(3)`. */
export function isWeight(workshop: Workshop, node: Node): boolean {
  const value = valueOf(workshop, node);
  return makesWeight(workshop.reading.tree, value) || (value !== NONE && isOwnAttribute(workshop.reading.tree, node) && makesArrayOfMlx(workshop, value));
}

/** MLX trains each array that a module keeps. */
function makesArrayOfMlx({ reading: { tree, names } }: Workshop, value: Node): boolean {
  return names.importedRoots.has('mlx') && tree.kind(value) === Kind.Call && /^mlx\.core\.(zeros|ones|full|array)$/.test(names.qualifiedName(calleeOf(tree, value)) ?? '');
}

function valueOf({ reading, bindings }: Workshop, node: Node): Node {
  const { tree, names } = reading;
  if (isOwnAttribute(tree, node)) return attributeAt(reading, node);
  return tree.kind(node) === Kind.Name ? reachingBinding(tree, names, bindings, node)?.value ?? NONE : NONE;
}

/** What was recognised, by the name that it has where its number is learned. */
export function asLearned(recognised: Recognised, isLearned: (leaf: Leaf) => boolean): Recognised {
  const { activation, given: { negativeSlope: slope } } = recognised;
  if (activation.id !== 'leaky-relu' || slope === undefined || !isLearned(slope)) return recognised;
  return { ...recognised, activation: findActivation('prelu') ?? activation, parameters: { a: null }, given: { a: slope } };
}
