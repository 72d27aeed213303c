import { describe, expect, test } from 'vitest';
import { isFailure } from '../../src/documents/failure';
import { noFilter, type Filter } from '../../src/inventory/filter';
import { childrenOf, parentOf, rootsOf, totalsOf, type Inventory, type Look, type Node } from '../../src/inventory/outline';
import { usesOf } from '../../src/inventory/use';
import { analyze } from '../../src/usages/analyze';
import { analyzeConfiguration } from '../../src/usages/configuration/analyzeConfiguration';

const torch = 'import torch\nfrom torch import nn\nimport torch.nn.functional as F\n';

function inventoryOf(files: Readonly<Record<string, string>>): Inventory {
  return new Map(Object.entries(files).map(([path, text]) => {
    const analysis = analyze(path.endsWith('.py') ? torch + text : text, { path });
    if (isFailure(analysis)) throw new Error(analysis.reason);
    return [path, usesOf(analysis)];
  }));
}

function lineOf(node: Node): string {
  switch (node.kind) {
    case 'activation': return `${node.name} ${node.count}`;
    case 'file': return `${node.uri} ${node.count}`;
    case 'use': return `${node.use.title} @ ${node.use.start.cell ?? ''}:${node.use.start.line} in ${node.use.scope}`;
  }
}

/** The tree as a person sees it with everything open. */
function check(files: Readonly<Record<string, string>>, look: Look, expected: readonly string[]): void {
  const inventory = inventoryOf(files);
  const lines = (nodes: readonly Node[], indentation: string): string[] => nodes.flatMap((node) => {
    const children = childrenOf(inventory, look, node);
    for (const child of children) expect(parentOf(child)).toBe(node);
    return [indentation + lineOf(node), ...lines(children, `${indentation}  `)];
  });
  expect(lines(rootsOf(inventory, look), '')).toEqual(expected);
}

const files = {
  'b.py': 'class Net:\n  def forward(self, x):\n    return F.gelu(F.relu(x))\n',
  'a.py': 'act = nn.LeakyReLU(0.2)\nother = nn.GELU()\nthird = nn.LeakyReLU()\nfourth = nn.GELU()\n',
  'empty.py': 'x = 1\n',
  'c.ipynb': JSON.stringify({ cells: [
    { cell_type: 'markdown', source: 'text' },
    { cell_type: 'code', source: 'from torch import nn\n' },
    { cell_type: 'code', source: '\nnn.GELU()' },
  ] }),
};

describe('the uses as a tree', () => {
  test('by activation, the most used first', () => check(files, { grouping: 'activation', filter: noFilter }, [
    'GELU 4',
    '  a.py 2', '    GELU @ :4 in ', '    GELU @ :6 in ',
    '  b.py 1', '    GELU @ :5 in Net.forward',
    '  c.ipynb 1', '    GELU @ 2:1 in ',
    'LeakyReLU 2',
    '  a.py 2', '    LeakyReLU 0.2 @ :3 in ', '    LeakyReLU 0.01 @ :5 in ',
    'ReLU 1',
    '  b.py 1', '    ReLU @ :5 in Net.forward',
  ]));

  test('by file, in the order of the text', () => check(files, { grouping: 'file', filter: noFilter }, [
    'a.py 4', '  LeakyReLU 0.2 @ :3 in ', '  GELU @ :4 in ', '  LeakyReLU 0.01 @ :5 in ', '  GELU @ :6 in ',
    'b.py 2', '  GELU @ :5 in Net.forward', '  ReLU @ :5 in Net.forward',
    'c.ipynb 1', '  GELU @ 2:1 in ',
  ]));

  test('with some activations alone', () => check(files, { grouping: 'file', filter: { activations: new Set(['relu', 'leaky-relu']) } }, [
    'a.py 2', '  LeakyReLU 0.2 @ :3 in ', '  LeakyReLU 0.01 @ :5 in ',
    'b.py 1', '  ReLU @ :5 in Net.forward',
  ]));

  test('with some certainties alone', () => {
    const method = { 'a.py': 'y = x.relu()\nz = torch.relu(x)\n' };
    check(method, { grouping: 'activation', filter: { certainties: new Set(['inferred']) } }, ['ReLU 1', '  a.py 1', '    ReLU @ :3 in ']);
    check(method, { grouping: 'activation', filter: { certainties: new Set(['hand-written']) } }, []);
  });

  test('with a key of its own for every branch and leaf', () => {
    const inventory = inventoryOf(files);
    for (const grouping of ['activation', 'file'] as const) {
      const look = { grouping, filter: noFilter };
      const keys = (node: Node): string[] => [node.key, ...childrenOf(inventory, look, node).flatMap(keys)];
      const all = rootsOf(inventory, look).flatMap(keys);
      expect(new Set(all).size).toBe(all.length);
    }
  });
});

test.each<{ filter: Filter; totals: { uses: number; files: number } }>([
  { filter: noFilter, totals: { uses: 7, files: 3 } },
  { filter: { activations: new Set(['relu']) }, totals: { uses: 1, files: 1 } },
  { filter: { activations: new Set() }, totals: { uses: 0, files: 0 } },
])('counts $totals', ({ filter, totals }) => expect(totalsOf(inventoryOf(files), filter)).toEqual(totals));

describe('the line of a use', () => {
  const excerpt = (text: string): string => {
    const [use] = inventoryOf({ 'a.py': text }).get('a.py') ?? [];
    if (use === undefined) throw new Error('no use');
    const { text: line, from, to } = use.line;
    return `${line.slice(0, from)}[${line.slice(from, to)}]${line.slice(to)}`;
  };
  test.each([
    { what: 'without its indentation', text: 'if x:\n    act = nn.ReLU()\n', shown: 'act = nn.[ReLU]()' },
    { what: 'to the end of the line, whatever ends it', text: 'act = nn.ReLU(  \r\n)', shown: 'act = nn.[ReLU](' },
    { what: 'at the start of a file', text: 'nn.ReLU()', shown: 'nn.[ReLU]()' },
    { what: 'from near the name where much stands before it', text: `${'a = '.repeat(60)}nn.ReLU()`, shown: '…a = a = a = a = nn.[ReLU]()' },
  ])('stands $what', ({ text, shown }) => expect(excerpt(text)).toBe(shown));

  test('is short, however long the line', () => {
    const [use] = inventoryOf({ 'a.py': `x = [${'nn.ReLU(), '.repeat(5000)}]` }).get('a.py') ?? [];
    expect(use?.line.text.length).toBeLessThan(200);
  });
});

describe('the library of a use', () => {
  const librariesIn = (yaml: string): string[] => usesOf(analyzeConfiguration(yaml, 'yaml')).map(({ library }) => library);
  test('is that of the imports', () => expect(inventoryOf({ 'a.py': 'act = nn.GELU()\n' }).get('a.py')?.map(({ library }) => library)).toEqual(['PyTorch']));
  test('is that of a path', () => expect(librariesIn('act:\n  _target_: torch.nn.LeakyReLU\n')).toEqual(['PyTorch']));
  test('is open where a configuration names none', () => expect(librariesIn('model:\n  hidden_size: 64\n  activation: swish\n')).toEqual(['']));
});
