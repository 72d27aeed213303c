import { expect, test } from 'vitest';
import { activations } from '../../src/activations/catalogue';
import { glyphOf } from '../../src/pictures/glyph';

const colour = '#c5c5c5';

test.each(activations.map((activation) => ({ id: activation.id, activation })))('$id has an icon inside its 16 pixels', ({ activation }) => {
  const svg = glyphOf(activation, colour);
  expect(svg).toContain(colour);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  for (const { x, y } of pointsOf(svg)) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
    expect(Math.max(x, y)).toBeLessThanOrEqual(16);
  }
  expect(pointsOf(svg).length).toBeGreaterThan(1);
});

test('different functions look different', () => {
  const icon = (id: string): string => {
    const activation = activations.find((candidate) => candidate.id === id);
    if (activation === undefined) throw new Error(`no ${id}`);
    return glyphOf(activation, colour);
  };
  const ids = ['relu', 'gelu', 'sigmoid', 'softmax', 'softplus', 'leaky-relu'];
  expect(new Set(ids.map(icon)).size).toBe(ids.length);
});

/** The corners of bars, and the points of paths, whose steps are relative. */
function pointsOf(svg: string): { x: number; y: number }[] {
  const rects = [...svg.matchAll(/<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="([\d.]+)"/g)].flatMap(([, ...numbers]) => {
    const [x = NaN, y = NaN, width = NaN, height = NaN] = numbers.map(Number);
    return [{ x, y }, { x: x + width, y: y + height }];
  });
  const paths = [...svg.matchAll(/M([^Mlz"]+)(?:l([^M"]+))?/g)].flatMap(([, from = '', steps = '']) => {
    const [x = NaN, y = NaN] = numbersIn(from);
    const points = [{ x, y }];
    const rest = numbersIn(steps);
    for (let index = 0; index + 1 < rest.length; index += 2) {
      const last = points.at(-1) ?? { x, y };
      points.push({ x: last.x + (rest[index] ?? NaN), y: last.y + (rest[index + 1] ?? NaN) });
    }
    return points;
  });
  return [...rects, ...paths];
}

function numbersIn(text: string): number[] {
  return (text.match(/-?[\d.]+/g) ?? []).map(Number);
}
