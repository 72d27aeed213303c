/** Which rules speak, and how loudly. */
import type { Confidence, Severity } from './rule';

/** `quiet` shows what is certain, `recommended` also what is likely, `teaching` every hint. */
export type Preset = 'quiet' | 'recommended' | 'teaching';

export interface RuleSettings {
  readonly preset?: Preset;
  /** By id; `default` is the rule's own. A rule that is set here speaks whatever the preset says. */
  readonly severities?: Readonly<Record<string, Severity | 'off' | 'default'>>;
}

const shown: Readonly<Record<Preset, readonly Confidence[]>> = {
  quiet: ['certain'],
  recommended: ['certain', 'likely'],
  teaching: ['certain', 'likely', 'hint'],
};

/** The severity that a finding is shown with; undefined where it is not shown. */
export function severityShown(
  { preset = 'recommended', severities = {} }: RuleSettings, rule: string, severity: Severity, confidence: Confidence,
): Severity | undefined {
  const set = Object.hasOwn(severities, rule) ? severities[rule] : undefined;
  if (set === 'off') return undefined;
  if (set !== undefined && set !== 'default') return set;
  return set === 'default' || shown[preset].includes(confidence) ? severity : undefined;
}
