import { describe, expect, test } from 'vitest';
import { activations } from '../../src/activations/catalogue';
import { formulaPicture, readFormulas } from '../../src/pictures/formula';
import { palettes } from '../../src/pictures/palette';
import { typesetter } from '../rig/typeset.mjs';

const draw = typesetter();
const fit = { fontSize: 14, widest: 262, highest: 34 };

describe('the formulas of every activation', () => {
  test.each(activations.flatMap(({ id, formula, gradient }) => [[`${id}: f`, formula], [`${id}: f′`, gradient]] as const))('%s', (_, { tex, plain }) => {
    const typeset = draw(tex);
    // Words in a font of the reader's would need that font; glyphs are paths.
    expect(typeset.svg).not.toMatch(/<text|merror|NaN/);
    expect(typeset.svg).toMatch(/^<svg xmlns="[^"]+" viewBox="[^"]+">/);
    expect(typeset.mathml).toMatch(/^<math xmlns="http:\/\/www\.w3\.org\/1998\/Math\/MathML" display="block">.*<\/math>$/);
    expect(typeset.mathml).not.toMatch(/merror| style=/);
    const picture = formulaPicture(typeset, plain, palettes.light, fit);
    expect(picture.svg).not.toContain('currentColor');
    expect(picture.width).toBeLessThanOrEqual(fit.widest);
    expect(picture.height).toBeLessThanOrEqual(fit.highest);
    // Below this size of type the letters of a formula cannot be told apart.
    expect(picture.width / typeset.width).toBeGreaterThan(6.5);
  });
});

describe('a file of formulas', () => {
  const whole = { formula: draw('x'), gradient: draw('1') };

  test('is read back as it was written', () => expect(readFormulas(JSON.stringify(whole))).toEqual(whole));

  test.each(['', 'null', '[]', '{}', '{"formula":{}}', JSON.stringify({ ...whole, gradient: { ...whole.gradient, width: '3' } })])(
    'that is damaged is none: %s', (json) => expect(readFormulas(json)).toBeUndefined());
});

test('what TeX does not know is an error of the build', () => {
  expect(() => draw(String.raw`\nosuchcommand{x}`)).toThrow('does not typeset');
  expect(() => draw(String.raw`\frac{1}`)).toThrow('does not typeset');
});
