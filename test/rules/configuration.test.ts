import { describe, expect, test } from 'vitest';
import { readConfiguration, type Configuration } from '../../src/rules/configuration';
import { overlaid, type ConfigurationName } from '../../src/rules/settings';

function check(name: ConfigurationName, text: string, expected: Partial<Configuration> | undefined): void {
  const whole = expected && { settings: {}, exclude: [], problems: [], ...expected };
  expect(readConfiguration(text, name)).toEqual(whole);
}

const everything = {
  settings: { preset: 'quiet', severities: { 'softmax-dim-missing': 'error', 'nll-needs-log-softmax': 'off' } },
  exclude: ['old/', '*_test.py'],
} as const;

describe('a configuration is read', () => {
  test.each<[ConfigurationName, string]>([
    ['pyproject.toml', '[project]\nname = "x"\n[tool.activation-lens]\npreset = "quiet"\nexclude = ["old/", "*_test.py"]\n[tool.activation-lens.rules]\nsoftmax-dim-missing = "error"\nnll-needs-log-softmax = "off"\n'],
    ['activation-lens.toml', '\uFEFFpreset = "quiet"\r\nexclude = ["old/", "*_test.py"]\r\nrules = { softmax-dim-missing = "error", nll-needs-log-softmax = "off" }\r\n'],
    ['.activation-lens.json', '{\n  // why\n  "preset": "quiet", "exclude": ["old/", "*_test.py"],\n  "rules": { "softmax-dim-missing": "error", "nll-needs-log-softmax": "off", },\n}'],
  ])('from %s', (name, text) => check(name, text, everything));

  test('and may say little', () => {
    check('activation-lens.toml', '', {});
    check('.activation-lens.json', '\n', {});
    check('.activation-lens.json', '{"exclude": "old/"}', { exclude: ['old/'] });
    check('pyproject.toml', '[tool.activation-lens]\n', {});
  });

  test('unless the file is for others alone', () => {
    check('pyproject.toml', '[tool.ruff]\nline-length = 100\n', undefined);
    check('pyproject.toml', '[project]\ndependencies = ["activation-lens"]\n', undefined);
    check('pyproject.toml', '[project\nbroken', undefined);
  });
});

describe('what cannot be understood is said, and the rest holds', () => {
  test.each<[string, Partial<Configuration>]>([
    ['preset = "loud"\nexclude = ["a"]', { exclude: ['a'], problems: ['preset must be one of quiet, recommended, teaching.'] }],
    ['preset = 3', { problems: ['preset must be one of quiet, recommended, teaching.'] }],
    ['colour = "red"', { problems: ["There is no setting 'colour'; there are preset, rules and exclude."] }],
    ['exclude = ["a", 1]', { exclude: ['a'], problems: ['exclude must be a list of patterns.'] }],
    ['rules = ["a"]', { problems: ['rules must say a severity for each rule: rules = { softmax-dim-missing = "warning" }.'] }],
    ['rules = { softmax-dim = "off", softmax-dim-missing = "on", softmax-on-one-unit = "default" }', {
      settings: { severities: { 'softmax-on-one-unit': 'default' } },
      problems: ["There is no rule 'softmax-dim'.", 'softmax-dim-missing must be one of off, error, warning, information, hint, default.'],
    }],
    ['preset = "quiet"\nexclude = [1,,]\n', { problems: ['The file is not valid TOML (line 2).'] }],
  ])('%s', (text, expected) => check('activation-lens.toml', text, expected));

  test.each(['{"preset": "quiet"', '[]', '"quiet"', '{]'])('%s', (text) => {
    check('.activation-lens.json', text, { problems: ['The file is not a valid JSON object.'] });
  });
});

test('settings are laid over others', () => {
  expect(overlaid({ preset: 'quiet', severities: { a: 'off', b: 'off' } }, { severities: { b: 'error' } }))
    .toEqual({ preset: 'quiet', severities: { a: 'off', b: 'error' } });
  expect(overlaid({ preset: 'quiet' }, { preset: 'teaching' })).toEqual({ preset: 'teaching', severities: {} });
});
