import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test, vi } from 'vitest';
import { project, reportsOf } from '../cli/program';
import { snippet, type Row } from './snippets';

vi.setConfig({ hookTimeout: 120_000 });

/**
 * Every gathered name of the Python frameworks, one a line, as code in a file of its own: with its defaults, and with
 * other values, by keyword and by position. Facts come from the frameworks' sources, not from our own tables; the last
 * column says where what was gathered first had to be corrected. `-` is what must stay silent, or is not compared.
 */
const lines = readFileSync(join(__dirname, '../fixtures/frameworks/symbols.tsv'), 'utf8').trim().split('\n').slice(1);

interface Expectation {
  readonly name: string;
  readonly source: string;
  readonly activation: string;
  readonly parameters: string;
}

const expectations = lines.flatMap((line): Expectation[] => {
  const [framework = '', form = '', symbol = '', activation = '', code = '', parameters = '', keyword = '', positional = '', other = '', otherParameters = ''] = line.split('\t');
  const row: Row = { framework, form, symbol, code };
  const name = `${framework} ${form} ${symbol}`;
  const written = [keyword, positional].filter((passed) => passed !== '');
  return [
    { name, source: snippet(row), activation, parameters },
    ...written.map((passed) => ({ name: `${name} ${passed}`, source: snippet(row, passed), activation: other, parameters: otherParameters })),
  ];
});

let found: readonly string[];

beforeAll(() => {
  const name = project(Object.fromEntries(expectations.map(({ source }, place) => [`row${place}.py`, source])));
  const usages = new Map(reportsOf(name).map((report) => [report.path, report.usages]));
  found = expectations.map(({ source }, place) => {
    const last = source.split('\n').length - 2;
    return (usages.get(`${name}/row${place}.py`) ?? [])
      .map(({ activation, parameters, range }) => (range.start.line === last ? shown(activation, parameters) : `${activation} elsewhere`))
      .join(', ');
  });
});

function shown(activation: string, parameters: object): string {
  return `${activation} ${JSON.stringify(Object.fromEntries(Object.entries(parameters).sort(([a], [b]) => a.localeCompare(b))))}`;
}

function isAsExpected({ activation, parameters, source }: Expectation, usages: string): boolean {
  if (activation === '-') return usages === '';
  if (parameters === '-') return usages.startsWith(`${activation} `) && !usages.includes(', ');
  const all = usages.split(', ');
  // A gate is named by the activation that is passed to it, which is a use of its own.
  return all.includes(shown(activation, JSON.parse(parameters))) && all.length === (/GLU\(.*nn\./.test(source) ? 2 : 1);
}

test('every gathered name is found with its activation and its parameters', () => {
  expect(expectations.length).toBeGreaterThan(1_500);
  const wrong = expectations.flatMap((expected, place) => (isAsExpected(expected, found[place] ?? '')
    ? []
    : [`${expected.name}: ${expected.activation} ${expected.parameters} in ${expected.source.trim().split('\n').at(-1)}, found ${found[place] === '' ? 'nothing' : found[place]}`]));
  expect(wrong).toEqual([]);
});
