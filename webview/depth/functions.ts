/** A curve as the theory of deep networks takes it: only functions of one number, applied to each unit. */
import { findActivation } from '../../src/activations/catalogue';
import { outsideDomain } from '../../src/activations/domain';
import { nonlinearityOf, type Nonlinearity } from '../../src/propagation/meanField';
import { functionOf } from '../curves/ownFunction';
import { memo } from '../memo';
import type { Curve } from '../state';

/** What says which function it is: it crosses into the worker, where functions cannot. */
export type NamedFunction = Pick<Curve, 'activation' | 'expression' | 'parameters'>;

/** Remembered for each curve. */
export const nonlinearityOfCurve: (curve: Curve) => Nonlinearity | undefined = memo(nonlinearityNamed);

export function nonlinearityNamed({ activation: id, expression, parameters }: NamedFunction): Nonlinearity | undefined {
  if (expression !== undefined) return functionOf(expression);
  const activation = findActivation(id);
  return activation?.kind === 'scalar' && !outsideDomain(activation, parameters) ? nonlinearityOf(activation, parameters) : undefined;
}
