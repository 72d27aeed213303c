/** Which rules speak, and how loudly. */
import { severities, type Confidence, type Severity } from './rule';

/** `quiet` shows what is certain, `recommended` also what is likely, `teaching` every hint. */
export const presets = ['quiet', 'recommended', 'teaching'] as const;
export type Preset = (typeof presets)[number];

/** What a rule may be set to; `default` is the rule's own. */
export const choices = ['off', ...severities, 'default'] as const;
export type Choice = (typeof choices)[number];

/** Files that settings may stand in. Where several are in one folder, the first that says anything holds. */
export const configurationNames = ['activation-lens.toml', '.activation-lens.json', 'pyproject.toml'] as const;
export type ConfigurationName = (typeof configurationNames)[number];

export interface RuleSettings {
  readonly preset?: Preset;
  /** By id. A rule that is set here speaks whatever the preset says. */
  readonly severities?: Readonly<Record<string, Choice>>;
}

const shown: Readonly<Record<Preset, readonly Confidence[]>> = {
  quiet: ['certain'],
  recommended: ['certain', 'likely'],
  teaching: ['certain', 'likely', 'hint'],
};

/** The severity that a finding is shown with; undefined where it is not shown. */
export function severityShown(
  { preset = 'recommended', severities: chosen = {} }: RuleSettings, rule: string, severity: Severity, confidence: Confidence,
): Severity | undefined {
  const set = Object.hasOwn(chosen, rule) ? chosen[rule] : undefined;
  if (set === 'off') return undefined;
  if (set !== undefined && set !== 'default') return set;
  return set === 'default' || shown[preset].includes(confidence) ? severity : undefined;
}

/** Settings with others laid over them: what the second say holds. */
export function overlaid(settings: RuleSettings, over: RuleSettings): RuleSettings {
  return { ...settings, ...over, severities: { ...settings.severities, ...over.severities } };
}
