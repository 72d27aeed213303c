import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/cli/formats/csv';
import { markdown } from '../../src/cli/formats/markdown';
import { sarif } from '../../src/cli/formats/sarif';
import type { Format } from '../../src/cli/formats/format';
import { count, emptyTally } from '../../src/cli/tally';
import { analyze } from '../../src/reports/analyze';
import { skippedReport, type FileReport, type ReportedFinding } from '../../src/reports/report';
import { rules } from '../../src/rules/catalogue';
import { model, notebook } from './program';

/** All that a format writes for some reports. */
function written(format: Format, reports: readonly FileReport[], interrupted = false): string {
  const tally = emptyTally();
  const files = reports.map((report) => {
    count(tally, report);
    return format.file(report);
  });
  tally.interrupted = interrupted;
  return [format.begin ?? '', ...files, format.end?.(tally) ?? ''].join('');
}

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };
const finding: ReportedFinding = {
  rule: 'softmax-before-cross-entropy', severity: 'warning', confidence: 'certain', message: 'The loss applies softmax itself.',
  cell: null, range, related: [{ message: 'The loss.', cell: null, range }],
  fix: { title: 'Remove the softmax', edits: [{ cell: null, range, newText: '' }] },
};
const plain = analyze(model, { path: 'a/model.py' });
const cells = analyze(notebook, { path: 'notes.ipynb' });
const withFinding = { ...analyze('', { path: '/tmp/a b#.py' }), findings: [finding] };
const inCell: ReportedFinding = { ...finding, severity: 'hint', cell: 2, related: [], fix: { title: 'Remove', edits: [{ cell: 2, range, newText: '' }] } };
const skipped = skippedReport('gone.py', 'python', 'There is no such file or folder.');

describe('SARIF', () => {
  const fixture = join(import.meta.dirname, '../fixtures/sarif/sarif-schema-2.1.0.json');
  // The dialect of the schema is older than those that the validator knows; it uses nothing that has changed since.
  const { id: _id, $schema: _dialect, ...schema } = JSON.parse(readFileSync(fixture, 'utf8'));
  const isValid = new Ajv({ strict: false, unicodeRegExp: false, validateFormats: false, allErrors: true }).compile(schema);
  const validated = (reports: readonly FileReport[], interrupted = false) => {
    const log = JSON.parse(written(sarif(), reports, interrupted));
    isValid(log);
    expect(isValid.errors ?? []).toEqual([]);
    return log.runs[0];
  };

  test('is valid with and without results, and after an interruption', () => {
    expect(validated([]).results).toEqual([]);
    expect(validated([plain, cells, withFinding, skipped]).results).toHaveLength(5);
    expect(validated([plain], true).invocations).toEqual([{ executionSuccessful: false, exitSignalName: 'SIGINT' }]);
  });

  test('is not called valid when it is not', () => {
    expect(isValid({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  });

  test('has uses as what informs, with lines and columns from 1', () => {
    const [first] = validated([plain]).results;
    expect(first).toMatchObject({ kind: 'informational', level: 'none', message: { text: 'LeakyReLU(negative_slope=0.2), as torch.nn.LeakyReLU.' } });
    expect(first.locations).toEqual([{ physicalLocation: {
      artifactLocation: { uri: 'a/model.py' }, region: { startLine: 6, startColumn: 23, endLine: 6, endColumn: 32 },
    } }]);
  });

  test('has findings as what fails', () => {
    const [first] = validated([withFinding]).results;
    expect(first).toMatchObject({ ruleId: 'softmax-before-cross-entropy', level: 'warning', relatedLocations: [{ message: { text: 'The loss.' } }] });
    expect(first.locations[0].physicalLocation.artifactLocation.uri).toBe('file:///tmp/a%20b%23.py');
  });

  test('has the fix of a finding, but in a notebook, whose cells have no lines', () => {
    const [first, second] = validated([withFinding, { ...cells, findings: [inCell] }]).results;
    const deletedRegion = { startLine: 2, startColumn: 3, endLine: 2, endColumn: 6 };
    expect(first.fixes).toMatchObject([{ description: { text: 'Remove the softmax' }, artifactChanges: [{ replacements: [{ deletedRegion, insertedContent: { text: '' } }] }] }]);
    expect(second).toMatchObject({ level: 'note', properties: { confidence: 'certain' } });
    expect(second).not.toHaveProperty('fixes');
  });

  test('describes every rule', () => {
    const { rules: described } = validated([]).tool.driver;
    expect(described.slice(1).map(({ id }: { id: string }) => id)).toEqual(rules.map(({ id }) => id));
    expect(described.find(({ id }: { id: string }) => id === finding.rule)).toMatchObject({ defaultConfiguration: { level: 'error' }, help: { markdown: expect.stringContaining('## Wrong') } });
  });

  test('says which cell, and what was skipped', () => {
    const { results, invocations } = validated([cells, skipped]);
    expect(results[0].locations[0]).toMatchObject({ logicalLocations: [{ name: 'cell 3' }], properties: { cell: 2 } });
    expect(invocations[0].toolExecutionNotifications).toMatchObject([{ message: { text: 'There is no such file or folder.' } }]);
  });
});

test('CSV has a row for each use and each finding, and quotes what needs it', () => {
  const odd = { ...plain, path: 'a "b",c.py', findings: [finding] };
  expect(written(csv(), [odd, cells, skipped]).split('\r\n')).toEqual([
    'path,cell,line,column,end_line,end_column,activation,framework,symbol,form,certainty,parameters,rule,severity,confidence,message',
    '"a ""b"",c.py",,6,23,6,32,leaky-relu,pytorch,torch.nn.LeakyReLU,module,resolved,"{""negativeSlope"":0.2}",,,,',
    '"a ""b"",c.py",,7,24,7,32,softplus,pytorch,torch.nn.Softplus,module,resolved,"{""beta"":null,""threshold"":20}",,,,',
    '"a ""b"",c.py",,10,18,10,22,gelu-tanh,pytorch,torch.nn.functional.gelu,function,resolved,{},,,,',
    '"a ""b"",c.py",,2,3,2,6,,,,,,,softmax-before-cross-entropy,warning,certain,The loss applies softmax itself.',
    'notes.ipynb,3,2,10,2,14,mish,pytorch,torch.nn.Mish,module,resolved,{},,,,',
    '',
  ]);
});

test('Markdown has tables, and says what was skipped', () => {
  expect(written(markdown(), [{ ...cells, path: 'a|`b.ipynb', findings: [inCell] }, skipped])).toBe(`| Where | Activation | As |
|---|---|---|
| \`\` a\\|\`b.ipynb, cell 3:2 \`\` | \`Mish\` | \`torch.nn.Mish\` |

**1 activation in 1 of 1 file**

Mish 1

**1 finding: 1 hint; 1 can be fixed with --fix**

| Where | Severity | What is wrong | Rule |
|---|---|---|---|
| \`\` a\\|\`b.ipynb, cell 3:2 \`\` | hint | The loss applies softmax itself. | \`softmax-before-cross-entropy\` |

Skipped 1 path:

- \`gone.py\`: There is no such file or folder.
`);
  expect(written(markdown(), [])).toBe('**There is no Python file or notebook there.**\n');
});
