import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/documents/decode';
import { placesIn, readDocument, type Document } from '../../src/documents/document';
import { isFailure } from '../../src/documents/failure';

/** The document, or its reason for not being one. */
function read(source: string, path: string): Document | string {
  const document = readDocument(source, path);
  return isFailure(document) ? document.reason : document;
}

const code = (source: string | string[], more: object = {}) => ({ cell_type: 'code', source, ...more });
const prose = { cell_type: 'markdown', source: 'Some nn.ReLU() in prose.' };
const notebook = (cells: unknown, more: object = {}): string => JSON.stringify({ nbformat: 4, cells, ...more });

describe('what a file is read as', () => {
  const cases: readonly (readonly [what: string, source: string, path: string, text: string])[] = [
    ['Python', 'import torch\n', 'a.py', 'import torch\n'],
    ['a file without a path', 'x = 1', '', 'x = 1'],
    ['an empty file', '', 'a.py', ''],
    ['a notebook', notebook([code('a = 1'), prose, code(['b = 2\n', 'c = 3'])]), 'a.ipynb', 'a = 1\nb = 2\nc = 3'],
    ['a notebook of format 3', JSON.stringify({ nbformat: 3, worksheets: [{ cells: [{ cell_type: 'code', input: ['a\n', 'b'] }, { cell_type: 'heading', source: 'x' }] }] }), 'a.ipynb', 'a\nb'],
    ['a notebook with a mark', `\uFEFF${notebook([code('a')])}`, 'A.IPYNB', 'a'],
    ['an empty notebook', ' \n', 'a.ipynb', ''],
    ['a notebook in Julia', notebook([code('a')], { metadata: { kernelspec: { language: 'julia' } } }), 'a.ipynb', ''],
    ['a notebook in R by its language', notebook([code('a')], { metadata: { language_info: { name: 'R' } } }), 'a.ipynb', ''],
    ['a notebook in Python', notebook([code('a')], { metadata: { language_info: { name: 'python' } } }), 'a.ipynb', 'a'],
    ['cells that are none', notebook([null, 3, 'x', [], { cell_type: 'code' }, { cell_type: 'code', source: { a: 1 } }, code(['a', 7, 'b'] as string[])]), 'a.ipynb', 'ab'],
  ];
  test.each(cases)('%s', (_what, source, path, text) => {
    expect(read(source, path)).toMatchObject({ text });
  });
});

describe('what a file is not read as', () => {
  test.each([
    ['a binary file', 'PK\0\x03', 'a.py', 'The file is binary, not text.'],
    ['a binary notebook', 'PK\0\x03', 'a.ipynb', 'The file is binary, not text.'],
    ['a huge file', 'x'.repeat(32 * 1024 * 1024 + 1), 'a.py', 'The file is larger than 32 MB.'],
    ['broken JSON', '{"cells": [', 'a.ipynb', 'The notebook is not valid JSON.'],
    ['JSON that is no object', '[1, 2]', 'a.ipynb', 'The notebook is not valid JSON.'],
    ['JSON without cells', '{"cells": 3}', 'a.ipynb', 'The notebook has no list of cells.'],
  ])('%s', (_what, source, path, reason) => {
    expect(read(source, path)).toBe(reason);
  });
});

describe('places', () => {
  const places = (source: string, path: string, offset: number) => {
    const document = read(source, path);
    return typeof document === 'string' ? document : placesIn(document)(offset);
  };
  test.each([
    ['the beginning', 'ab', 'a.py', 0, { line: 0, character: 0 }],
    ['after a line feed', 'a\nb', 'a.py', 2, { line: 1, character: 0 }],
    ['after a carriage return and line feed', 'a\r\nbc', 'a.py', 4, { line: 1, character: 1 }],
    ['after a carriage return', 'a\rb', 'a.py', 2, { line: 1, character: 0 }],
    ['behind a character of two units', '𝛼x', 'a.py', 2, { line: 0, character: 2 }],
    ['the end', 'a\n', 'a.py', 2, { line: 1, character: 0 }],
    ['the second cell', notebook([code('a\nb'), prose, code('c\nd')]), 'a.ipynb', 6, { cell: 2, line: 1, character: 0 }],
    ['an empty cell', notebook([code('a'), code(''), code('b')]), 'a.ipynb', 2, { cell: 1, line: 0, character: 0 }],
  ])('%s', (_what, source, path, offset, expected) => {
    expect(places(source, path, offset)).toEqual(expected);
  });

  test('every character of every cell is placed where the cell has it', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r\n', '𝛼') })), (texts) => {
      const document = read(notebook(texts.map((text) => code(text))), 'a.ipynb');
      if (typeof document === 'string') throw new Error(document);
      texts.forEach((text, index) => {
        const cell = document.cells?.[index];
        expect(cell && document.text.slice(cell.start, cell.end)).toBe(text);
        expect(placesIn(document)(cell?.end ?? NaN).cell).toBe(index);
        const before = text.slice(0, text.length >> 1);
        const place = placesIn(document)((cell?.start ?? 0) + before.length);
        if (!before.endsWith('\r')) expect(place.line).toBe(before.split('\n').length - 1);
      });
    }));
  });
});

describe('bytes', () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
  test.each([
    ['UTF-8', [0x78, 0xc3, 0xa9], 'xé'],
    ['UTF-16', [0xff, 0xfe, 0x78, 0x00], 'x'],
    ['UTF-16, high byte first', [0xfe, 0xff, 0x00, 0x78], 'x'],
    ['invalid UTF-8', [0x78, 0xe9], { reason: 'The file is not valid UTF-8, and declares no other encoding.' }],
    ['binary', [0x78, 0x00], { reason: 'The file is binary, not text.' }],
    ['nothing', [], ''],
    ['Latin 1, declared', latin('# -*- coding: latin-1 -*-\né'), '# -*- coding: latin-1 -*-\né'],
    ['Latin 1, declared on the second line', latin('#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :\né'), '#!/usr/bin/python\n# vim: set fileencoding=iso-8859-1 :\né'],
    ['Latin 1, declared too late', latin('#\n#\n# coding: latin-1\né'), { reason: 'The file is not valid UTF-8, and declares no other encoding.' }],
    ['Latin 1, declared behind code', latin('x = 1\n# coding: latin-1\né'), { reason: 'The file is not valid UTF-8, and declares no other encoding.' }],
    ['a Windows page', latin('# coding=cp1251\n\xe6'), '# coding=cp1251\nж'],
    ['Japanese', [...latin('# coding: euc_jp\n'), 0xa4, 0xa2], '# coding: euc_jp\nあ'],
    ['UTF-8, declared', [...latin('# coding: utf_8\n'), 0xc3, 0xa9], '# coding: utf_8\né'],
    ['UTF-8, declared with signs behind its name', [...latin('# -*- coding: utf-8-*-\n'), 0xc3, 0xa9], '# -*- coding: utf-8-*-\né'],
    ['UTF-8, declared as an editor does', [...latin('# coding: utf-8-unix\n'), 0xc3, 0xa9], '# coding: utf-8-unix\né'],
    ['UTF-8, declared in short', [...latin('# -*- coding:utf -*-\n'), 0xc3, 0xa9], '# -*- coding:utf -*-\né'],
    ['UTF-8, declared wrongly', latin('# coding: utf-8\né'), { reason: 'The file is not valid utf-8, which it declares.' }],
    ['an unknown encoding', latin('# coding: klingon\nx'), { reason: 'The file declares the encoding klingon, which is not known.' }],
  ])('%s', (_what, bytes, expected) => {
    expect(decodeText(new Uint8Array(bytes))).toEqual(expected);
  });
});

test('any text gives a document or a reason', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), fc.constantFrom('a.py', 'a.ipynb'), (source, path) => {
    const document = read(source, path);
    expect(typeof document === 'string' ? document : document.text).toBeTypeOf('string');
  }));
});
