/**
 * Activation Lens as a library: what is known of each activation function, and its numbers.
 *
 * An ES module that needs neither VS Code nor Node.
 */
export { activations, findActivation } from './activations/catalogue';
export { citations } from './activations/citations';
export { evaluate } from './activations/evaluate';
export { nearbyActivations, searchActivation } from './activations/search';

export type {
  Activation, ChoiceParameter, Family, Formula, GateActivation, Interval, NumberParameter, Parameter, Parameters,
  ParameterValue, ParameterValues, Pitfall, ScalarActivation, ScalarProperties, VectorActivation,
} from './activations/activation';
export type { Citation, CitationKey } from './activations/citations';
export type { ArrayEvaluation, EvaluationError, ScalarEvaluation } from './activations/evaluate';
