import { describe, expect, test } from 'vitest';
import { placeOn, scaleFor, ticksOn, valueOn, type ScaleKind } from '../../src/pictures/scales';

const room = { below: 0.1, above: 0.1 };

describe('a scale', () => {
  test.each([
    ['linear', -0.17, 3], ['log', 4e-18, 1], ['log', 1e-300, 1e300], ['symlog', -1, 3], ['symlog', -5e-4, 2e-4], ['symlog', 0, 0],
  ] as const)('%s from %d to %d finds its values again', (kind: ScaleKind, min, max) => {
    const scale = scaleFor(kind, { min, max }, room);
    const [place, value] = [placeOn(scale), valueOn(scale)];
    for (const share of [0, 0.1, 0.37, 0.5, 0.9, 1]) expect(place(value(share))).toBeCloseTo(share, 9);
    expect([place(min), place(max)].every((share) => share >= 0 && share <= 1)).toBe(true);
  });

  test('of a logarithm has no place for what is not positive', () => {
    const place = placeOn(scaleFor('log', { min: 0.01, max: 1 }, room));
    expect([place(0), place(-1)]).toEqual([-Infinity, -Infinity]);
  });

  test('on both sides of zero is odd', () => {
    const place = placeOn({ kind: 'symlog', min: -1, max: 1, unit: 0.01 });
    for (const y of [1e-6, 0.01, 0.3, 1]) expect(place(-y)).toBeCloseTo(1 - place(y), 12);
  });
});

describe('ticks', () => {
  test.each([
    ['linear', -1, 3, [-1, 0, 1, 2, 3]], ['log', 1e-3, 1, [1e-3, 1e-2, 1e-1, 1]], ['log', 1e-18, 1, [1e-16, 1e-12, 1e-8, 1e-4, 1]],
    ['log', 0.2, 0.9, [0.2, 0.4, 0.6, 0.8]], ['symlog', -1, 1, [-1, -0.1, 0, 0.1, 1]],
  ] as const)('%s from %d to %d', (kind, min, max, expected) => {
    const unit = kind === 'symlog' ? { unit: 0.01 } : {};
    expect(ticksOn({ kind, min, max, ...unit }, 200, 38)).toEqual(expected);
  });
});
