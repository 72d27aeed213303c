/** Back from text to files: encodings and notebooks. */
import { describe, expect, test } from 'vitest';
import { decodeText } from '../../src/documents/decode';
import { editedDocument, inserted, replaced } from '../../src/documents/edit';
import { encodeText } from '../../src/documents/encode';
import { isFailure } from '../../src/documents/failure';
import { codeCells } from '../../src/documents/notebook';
import { withCells } from '../../src/documents/notebookEdit';
import { joinCells } from '../../src/documents/document';

describe('a text is written in the encoding of its file', () => {
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
  test.each<[string, Buffer, Buffer | null]>([
    ['UTF-8', Buffer.from('# é🧠\nA'), Buffer.from('# é🧠\nB')],
    ['UTF-8 with a mark', Buffer.from('\uFEFF# é\nA'), Buffer.from('\uFEFF# é\nB')],
    ['UTF-16', Buffer.from('\uFEFF# é🧠\nA', 'utf16le'), Buffer.from('\uFEFF# é🧠\nB', 'utf16le')],
    ['UTF-16 the other way round', Buffer.from('\uFEFF# é\nA', 'utf16le').swap16(), Buffer.from('\uFEFF# é\nB', 'utf16le').swap16()],
    ['Latin 1', latin('# coding: latin-1\n# é\x80\nA'), latin('# coding: latin-1\n# é\x80\nB')],
    ['koi8-r', latin('# coding: koi8-r\n# \xc1\nA'), latin('# coding: koi8-r\n# \xc1\nB')],
    ['several bytes for a letter, which is refused', latin('# coding: shift_jis\n# \x83\x41\nA'), null],
    ['several bytes, but none of those letters', latin('# coding: shift_jis\nA'), latin('# coding: shift_jis\nB')],
  ])('%s', (_what, before, after) => {
    const text = decodeText(before);
    if (isFailure(text)) throw new Error(text.reason);
    const bytes = encodeText(text.replace(/A$/, 'B'), before);
    expect(isFailure(bytes) ? null : Buffer.from(bytes).equals(after ?? Buffer.of())).toBe(after === null ? null : true);
  });

  test('or not at all', () => {
    expect(encodeText('→', latin('# coding: latin-1\n'))).toEqual({ reason: 'The text cannot be written in latin1, the encoding of the file.' });
  });
});

/** Replaces `A` by `B` in every code cell. */
function rewritten(source: string): string {
  const cells = codeCells(source);
  if (isFailure(cells)) throw new Error(cells.reason);
  const after = withCells(source, cells.map(({ index, text }) => ({ index, text: text.replaceAll('A', 'B') })));
  if (isFailure(after)) throw new Error(after.reason);
  return after;
}

describe('cells are written into their notebook', () => {
  test.each([
    ['lines', '{\n "cells": [\n  {"cell_type": "markdown", "source": ["A"]},\n  {\n   "cell_type": "code",\n   "source": [\n    "x = 1\\n",\n    "A\\n",\n    "\\u00e9"\n   ]\n  }\n ]\n}\n', '"A\\n"', '"B\\n"'],
    ['one line', '{"cells": [{"cell_type": "code", "source": [ "A" ], "outputs": []}]}', '"A"', '"B"'],
    ['a string', '{"cells":[{"cell_type":"code","source":"a\\nA\\n"}]}', 'A\\n"', 'B\\n"'],
    ['odd spellings of lines that stay', '{"cells": [{"cell_type": "code", "source": ["\\u0061\\n", "A"]}]}', '"A"', '"B"'],
    ['letters beyond ASCII', '{"cells": [{"cell_type": "code", "source": "é A"}]}', 'é A', 'é B'],
    ['letters spelled in ASCII', '{"cells": [{"cell_type": "code", "source": "\\u00e9 A"}]}', '\\u00e9 A', '\\u00e9 B'],
    ['format 3', '{"worksheets": [{"cells": [{"cell_type": "code", "input": ["A"]}]}]}', '"A"', '"B"'],
    ['a mark at the beginning', '\uFEFF{"cells": [{"cell_type": "code", "source": "A"}]}', '"A"', '"B"'],
  ])('that has %s', (_what, source, from, to) => {
    expect(rewritten(source)).toBe(source.replaceAll(from, (found, at: number) => (source.lastIndexOf('markdown', at) > source.lastIndexOf('"code"', at) ? found : to)));
  });

  test('with lines that come and go', () => {
    const source = '{"cells": [{"cell_type": "code", "source": [\n "a\\n",\n "b"\n]}]}';
    expect(withCells(source, [{ index: 0, text: 'z\na\nb\n' }])).toBe('{"cells": [{"cell_type": "code", "source": [\n "z\\n",\n "a\\n",\n "b\\n"\n]}]}');
    expect(withCells(source, [{ index: 0, text: 'b' }])).toBe('{"cells": [{"cell_type": "code", "source": [\n "b"\n]}]}');
  });

  test('unless that would not read the same', () => {
    const twice = '{"cells": [{"cell_type": "code", "source": "A", "source": "B"}]}';
    expect(withCells(twice, [{ index: 0, text: 'C' }])).toEqual({ reason: 'The cells cannot be written back into this notebook.' });
  });
});

test('a document of cells is edited cell by cell', () => {
  const document = joinCells([{ index: 0, text: 'ab' }, { index: 2, text: 'cd' }]);
  expect(editedDocument(document, [inserted(0, 'x\n'), replaced(4, 5, '')])).toEqual(joinCells([{ index: 0, text: 'x\nab' }, { index: 2, text: 'c' }]));
  expect(editedDocument(document, [replaced(1, 4, '')])).toBeUndefined();
  expect(editedDocument({ text: 'ab' }, [replaced(0, 1, 'x')])).toEqual({ text: 'xb' });
});
