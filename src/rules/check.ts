/**
 * Runs the rules over a file.
 *
 *     const { findings, failures } = checkRules(newRuleFile(tree, names, usages), { preset: 'recommended' });
 *
 * A rule that throws is a fault of ours: it costs its own findings and nothing else, and is told of in `failures`.
 */
import type { Facts } from '../models/facts';
import { isOfLearning } from '../frameworks/scope';
import { atOnce, type Steps } from '../usages/inSteps';
import { namesOf } from '../python/names';
import { parse } from '../python/parse';
import { optionsOf, type Analysis } from '../usages/analyze';
import { eitherOf } from '../usages/eitherOf';
import { lookForAny } from '../usages/lookFor';
import { scopeOf } from '../usages/scope';
import type { Span } from '../usages/usage';
import { rules } from './catalogue';
import { newRuleFile } from './file';
import { isTestFile } from './places';
import type { Confidence, Finding, Fix, Related, Rule, RuleFile, Severity, Tag } from './rule';
import { severityShown, type RuleSettings } from './settings';
import { suppressionsOf } from './suppressions';

/** A finding as it is shown: `fix` is null where there is none. */
export interface ShownFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly fix: Fix | null;
  readonly tag?: Tag | undefined;
}

export interface RuleFailure {
  readonly rule: string;
  readonly reason: string;
}

export interface Checked {
  /** In the order of the text; what comments silence and settings hide is left out. */
  readonly findings: readonly ShownFinding[];
  readonly failures: readonly RuleFailure[];
}

const importsLibrary = lookForAny(
  ['torch', 'lightning', 'keras', 'tensorflow', 'flax', 'haiku', 'equinox', 'deepxde', 'paddle', 'mxnet', 'mlx', 'mindspore'],
  eitherOf(
    /\bimport (?:torch|keras|tensorflow|flax|haiku|equinox|deepxde|paddle|mxnet|mlx|mindspore)/,
    /\bfrom (?:torch|keras|tensorflow|tf_keras|flax|haiku|equinox|deepxde|lightning|pytorch_lightning|paddle|mxnet|mlx|mindspore)\b/,
  ),
);
/** A text without any word of an activation can only have a finding if layers are made in it, or a loss that is easily misused. */
const evidence = eitherOf(
  /\b(?:Linear|Dense|Conv[123][dD]|LSTM|GRU|Transformer(?:En|De)coderLayer|FNN|tf\.Variable|get_variable)\(/i,
  /NLLLoss|nll_loss|BCE(?:WithLogits)?Loss|binary_cross_?entropy|categorical_?crossentropy/,
);

/** Whether a text without a use of an activation is worth a rule's look. */
function mayHaveFindings({ document: { text }, names }: Analysis): boolean {
  return names === undefined ? importsLibrary(text) && evidence.test(text) : isOfLearning(scopeOf(text, names));
}

/** A text that was analysed, and what becomes of its values, where others ask for that too. */
export interface Followed extends Analysis {
  readonly facts?: () => Facts | undefined;
  /** Finds them out in steps. */
  readonly following?: () => Steps<unknown>;
}

/** What is wrong in a text that was analysed. One without any activation is read only if it may have layers or losses. */
export function checkAnalysis(analysis: Followed, settings: RuleSettings = {}): Checked {
  return atOnce(checkingAnalysis(analysis, settings));
}

/** The same in steps. */
export function* checkingAnalysis(analysis: Followed, settings: RuleSettings = {}): Steps<Checked> {
  const { document, usages } = analysis;
  if (usages.length === 0 && !mayHaveFindings(analysis)) return { findings: [], failures: [] };
  const tree = analysis.tree ?? parse(document.text, optionsOf(document));
  if (analysis.following) yield* analysis.following();
  return yield* checkingRules(newRuleFile(tree, analysis.names ?? namesOf(tree), usages, analysis.facts), settings);
}

export function checkRules(file: RuleFile, settings: RuleSettings = {}, among: readonly Rule[] = rules): Checked {
  return atOnce(checkingRules(file, settings, among));
}

/** One rule a step. */
function* checkingRules(file: RuleFile, settings: RuleSettings, among: readonly Rule[] = rules): Steps<Checked> {
  const failures: RuleFailure[] = [];
  const isSilenced = suppressionsOf(file.tree);
  const found: Found[] = [];
  for (const rule of among) {
    found.push(...findingsOf(rule, file, failures));
    yield;
  }
  const isOfTests = found.length > 0 && isTestFile(file);
  const findings = found.flatMap(({ finding, rule }) => (isSilenced(rule.id, finding.span) ? [] : shown(rule, isOfTests ? asHint(finding) : finding, settings)));
  return { findings: findings.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end), failures };
}

interface Found {
  readonly rule: Rule;
  readonly finding: Finding;
}

/** Each place once. */
function findingsOf(rule: Rule, file: RuleFile, failures: RuleFailure[]): Found[] {
  // Nearly always there is none.
  let byPlace: Map<string, Found> | undefined;
  try {
    for (const finding of rule.check(file)) {
      const place = `${finding.span.start} ${finding.span.end}`;
      byPlace ??= new Map();
      if (!byPlace.has(place)) byPlace.set(place, { rule, finding });
    }
  } catch (error) {
    failures.push({ rule: rule.id, reason: error instanceof Error ? error.message : String(error) });
    return [];
  }
  return [...byPlace?.values() ?? []];
}

/** A test makes models for something else than to learn, and may well want what is wrong. */
function asHint(finding: Finding): Finding {
  return { ...finding, confidence: 'hint', severity: 'hint' };
}

function shown(rule: Rule, finding: Finding, settings: RuleSettings): ShownFinding[] {
  const confidence = finding.confidence ?? rule.confidence;
  const severity = severityShown(settings, rule.id, finding.severity ?? rule.severity, confidence);
  if (severity === undefined) return [];
  return [{
    rule: rule.id, severity, confidence, message: finding.message, span: finding.span, related: finding.related ?? [], fix: finding.fix ?? null,
    tag: finding.tag ?? rule.tag,
  }];
}
