import { describe, expect, test } from 'vitest';
import { codeCells } from '../../src/documents/notebook';
import { withoutData } from '../../src/documents/withoutData';

const picture = 'iVBORw0KGgo'.repeat(10_000);
const code = 'import torch\nprint("a \\" b", \'é\', "\\\\")\n';

function notebook(...data: readonly string[]): string {
  const outputs = data.map((each) => ({ output_type: 'display_data', metadata: {}, data: { 'image/png': each } }));
  return JSON.stringify({ cells: [{ cell_type: 'code', outputs, source: code }, { cell_type: 'code', source: [code, 'x = 1'] }], metadata: {} }, undefined, 1);
}

function slim(text: string): string {
  return new TextDecoder().decode(withoutData(new TextEncoder().encode(text)));
}

describe('a notebook without its pictures', () => {
  test.each([
    ['one', [picture]],
    ['with the end of its line', [`${picture}\n`]],
    ['several', [picture, `${picture}\n${picture}`, picture]],
    ['beside escapes', [`"${picture}\\"`, '\\', picture]],
  ])('%s', (_, data) => {
    const text = notebook(...data);
    expect(codeCells(slim(text))).toEqual(codeCells(text));
    expect(slim(text).length).toBeLessThan(2_000);
  });
});

describe('nothing else is left out', () => {
  test.each([
    ['of a small notebook', notebook('iVBORw0KGgo')],
    ['of a long code', notebook(code.repeat(5_000))],
    ['of numbers', `{"a": [${'1, '.repeat(50_000)}1]}`],
    ['of a file that breaks off in a text', `{"a": "${picture}`],
    ['of what is no object', `["${picture}"]`],
    ['of what ends in a backslash', `{"a": "${'\\'.repeat(50_001)}`],
  ])('%s', (_, text) => expect(slim(text)).toBe(text));
});
