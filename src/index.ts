/**
 * Activation Lens as a library: what is known of each activation function, its numbers, and where a text uses it.
 *
 * An ES module that needs neither VS Code nor Node.
 */
export { activations, findActivation } from './activations/catalogue';
export { citations } from './activations/citations';
export { evaluate } from './activations/evaluate';
export { nearbyActivations, searchActivation } from './activations/search';
export { findFramework, frameworks } from './frameworks/catalogue';
export { analyze } from './reports/analyze';

export type {
  Activation, ChoiceParameter, Family, Formula, GateActivation, Interval, NumberParameter, Parameter, Parameters,
  ParameterValue, ParameterValues, Pitfall, ScalarActivation, ScalarProperties, VectorActivation,
} from './activations/activation';
export type { Citation, CitationKey } from './activations/citations';
export type { ArrayEvaluation, EvaluationError, ScalarEvaluation } from './activations/evaluate';
export type { Argument, Carrier, Form, Framework, FrameworkSymbol, Variant } from './frameworks/framework';
export type { Position } from './documents/lines';
export type { AnalyzeOptions } from './reports/analyze';
export type { Language } from './reports/language';
export type {
  FileReport, ReportedEdit, ReportedFinding, ReportedFix, ReportedRange, ReportedRelation, ReportedUsage,
} from './reports/report';
export type { Confidence, Severity } from './rules/rule';
export type { Choice, Preset, RuleSettings } from './rules/settings';
export type { Certainty } from './usages/usage';
