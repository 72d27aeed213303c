import fc from 'fast-check';
import { expect, test } from 'vitest';
import { WordSearch } from '../../src/documents/wordSearch';

test.each([
  { words: ['relu', 'elu', 'lu'], text: 'x = nn.ReLU()', found: ['elu', 'lu', 'relu'] },
  { words: ['softmax', 'max'], text: 'soft max', found: ['max'] },
  { words: ['^nd.', '^me.'], text: 'append. time. name.me.', found: ['^me.'] },
  { words: ['^tf.'], text: 'tf.nn', found: ['^tf.'] },
  { words: ['tanh'], text: 'täñh, tan', found: [] },
  { words: ['exp('], text: 'EXP(', found: ['exp('] },
  { words: [], text: 'anything', found: [] },
])('$words in "$text": $found', ({ words, text, found }) => {
  const search = new WordSearch(words);
  expect([...search.wordsIn(text)].sort()).toEqual(found);
  expect(search.isAnyIn(new TextEncoder().encode(text))).toBe(found.length > 0);
});

test('what is found is what is inside, whatever words have in common', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '_'), minLength: 1, maxLength: 5 });
  const texts = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'A', 'B', '_', ' ', 'ä'), maxLength: 40 });
  fc.assert(fc.property(fc.array(letters, { maxLength: 12 }), texts, (words, text) => {
    const inside = new Set(words.filter((word) => text.toLowerCase().includes(word)));
    const search = new WordSearch(words);
    expect(search.wordsIn(text)).toEqual(inside);
    expect(search.isAnyIn(new TextEncoder().encode(text))).toBe(inside.size > 0);
  }), { numRuns: 500 });
});
