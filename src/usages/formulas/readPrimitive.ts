/** Reads a call of a function of arrays as steps. */
import type { Argument } from '../../python/parts';
import type { Node, SyntaxTree } from '../../python/syntax';
import { readClip, readExtreme } from './bounds';
import { idleNames, inputNames, type Primitive } from './functions';
import { where } from './operators';
import { isOfLists, readPiecewise, readSelect } from './pieces';
import type { StepIndex, Steps } from './steps';

/** Who reads the expressions inside. */
interface Reads {
  readonly steps: Steps;
  read(node: Node, depth: number): StepIndex | undefined;
  leaf(node: Node): StepIndex | undefined;
  givenTo(variable: Node): Node;
  passTotal(inner: Node, whole: Node, depth: number): StepIndex | undefined;
  readApplied(lambda: Node, parameter: string, step: StepIndex, depth: number): StepIndex | undefined;
}

interface Called {
  readonly name: string;
  readonly primitive: Primitive;
  readonly node: Node;
  readonly given: readonly Argument[];
}

export function readPrimitive(reader: Reads, tree: SyntaxTree, { name: called, primitive, node, given }: Called, depth: number): StepIndex | undefined {
  const { steps } = reader;
  const name = called.replace(/_$/, ''); // In place or not, it is one step.
  const inputs = withoutTarget(name, given.filter(({ keyword }) => keyword === undefined || inputNames.has(keyword)));
  const at = (place: number): StepIndex | undefined => {
    const value = inputs[place]?.value;
    return value === undefined ? undefined : reader.read(value, depth + 1);
  };
  switch (primitive.kind) {
    case 'element':
      if (inputs.length !== primitive.arity || given.some(({ keyword }) => keyword !== undefined && !inputNames.has(keyword) && !idleNames.has(keyword))) return reader.leaf(node);
      return steps.element(name, primitive.apply, ...inputs.map((_, place) => at(place)));
    case 'extreme':
      return readExtreme(reader, tree, node, { name, apply: primitive.apply, given, at });
    case 'total':
      return steps.vector(`total ${name}`, (values) => [primitive.apply(values)], at(0));
    case 'clip':
      return readClip(reader, tree, given, at(0), depth);
    case 'where':
      return inputs.length === 3 ? steps.element('where', where, at(0), at(1), at(2)) : reader.leaf(node);
    case 'select':
      return isOfLists(tree, given) ? readSelect(reader, tree, given, depth) : readPrimitive(reader, tree, { name: called, primitive: { kind: 'where' }, node, given }, depth);
    case 'piecewise':
      return readPiecewise(reader, tree, given, depth);
    case 'masked':
      return steps.element('where', where, at(1), at(2), at(0));
    case 'filled':
      return steps.number(primitive.value);
    case 'sameValue':
      return at(0);
    case 'sameShape':
      return inputs[0] === undefined ? undefined : reader.passTotal(inputs[0].value, node, depth);
  }
}

/** `np.maximum(x, 0, x)`, `tf.divide(x, y, name)`: what stands behind the two is where the result is put, or what TensorFlow calls it. */
function withoutTarget(name: string, inputs: readonly Argument[]): readonly Argument[] {
  return inputs.length === 3 && ofTwo.test(name) ? inputs.slice(0, 2) : inputs;
}

/** Not the sums: PyTorch's old `torch.add(x, 2, y)` multiplies what stands last. */
const ofTwo = /^(maximum|minimum|mul|multiply|(true_?|real)?div|(true_)?divide)$/;
