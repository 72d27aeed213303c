/** Reads a call of an activation that is known as one step, with the numbers that it is passed. */
import { defaultsOf } from '../../activations/activation';
import { traitsOf } from '../../activations/vectorForm';
import type { Node } from '../../python/syntax';
import type { KnownActivation } from './callees';
import type { StepIndex, Steps } from './steps';

/** Who reads the expressions inside. */
interface Reads {
  readonly steps: Steps;
  read(node: Node, depth: number): StepIndex | undefined;
}

export function readActivation(reader: Reads, { activation, parameters, passed = {} }: KnownActivation, input: Node, depth: number): StepIndex | undefined {
  const of = reader.read(input, depth + 1);
  const p = { ...defaultsOf(activation), ...parameters };
  const name = `${activation.id} ${JSON.stringify(p)}`;
  // What the whole is may have them for its own: `def act(x): return F.elu(x, 0.5)`.
  for (const value of Object.values(parameters)) if (typeof value === 'number') reader.steps.number(value);
  if (activation.kind === 'scalar') {
    const names = Object.keys(passed);
    const numbers = Object.values(passed).map((value) => reader.read(value, depth + 1));
    const apply = (x: number, ...values: number[]): number => activation.value(x, { ...p, ...Object.fromEntries(names.map((each, place) => [each, values[place] ?? NaN])) });
    return reader.steps.element(`${name}${names.join()}`, names.length === 0 ? (x) => activation.value(x, p) : apply, of, ...numbers);
  }
  if (activation.kind !== 'vector' || Object.keys(passed).length > 0) return undefined;
  return reader.steps.vector(traitsOf(activation).form === 'number' ? `total ${name}` : name, (x) => activation.value(x, p), of);
}
