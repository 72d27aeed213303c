import { expect, test } from 'vitest';
import { withoutBraces } from '../../src/inventory/braces';
import { ignoredBy } from '../../src/inventory/ignored';

test.each([
  { glob: '**/*.py', spelt: ['**/*.py'] },
  { glob: '**/*.{js,ts}', spelt: ['**/*.js', '**/*.ts'] },
  { glob: '{a,b}/{c,d}', spelt: ['a/c', 'b/c', 'a/d', 'b/d'] },
  { glob: '{a,{b,c}}', spelt: ['a', 'b', 'a', 'c'] },
  { glob: 'half{open', spelt: ['half{open'] },
])('$glob is $spelt', ({ glob, spelt }) => expect(withoutBraces(glob)).toEqual(spelt));

const files = [
  { folder: '', text: '# environments\n.venv/\n*.tmp.py\n/build\n' },
  { folder: 'src', text: '!keep.tmp.py\ngenerated\n' },
];

test.each([
  { path: 'model.py', ignored: false },
  { path: '.venv/lib/torch/nn.py', ignored: true },
  { path: 'deep/.venv/a.py', ignored: true },
  { path: 'a.tmp.py', ignored: true },
  { path: 'src/a.tmp.py', ignored: true },
  { path: 'src/keep.tmp.py', ignored: false },
  { path: 'build/a.py', ignored: true },
  { path: 'src/build/a.py', ignored: false },
  { path: 'src/generated/a.py', ignored: true },
  { path: 'generated/a.py', ignored: false },
])('$path is ignored: $ignored', ({ path, ignored }) => expect(ignoredBy(files)(path)).toBe(ignored));

test('nothing is ignored without a file that says so', () => expect(ignoredBy([])('a/b.py')).toBe(false));
