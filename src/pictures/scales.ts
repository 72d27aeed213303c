/** How heights become places on an axis: evenly, by their logarithm, or by a logarithm on both sides of zero. */

export interface Range {
  readonly min: number;
  readonly max: number;
}

export type ScaleKind = 'linear' | 'log' | 'symlog';

export interface Scale extends Range {
  readonly kind: ScaleKind;
  /** Where a symmetric logarithm turns from even to logarithmic. */
  readonly unit?: number;
}

export function linearScale({ min, max }: Range): Scale {
  return { kind: 'linear', min, max };
}

/** The place of a value: 0 at the lower end of the axis, 1 at the upper; −∞ for what a logarithm never reaches. */
export function placeOn(scale: Scale): (value: number) => number {
  const { min, max } = scale;
  if (scale.kind === 'linear') return (value) => (value - min) / (max - min);
  const bend = bendOf(scale);
  const [low, high] = [bend(min), bend(max)];
  return (value) => (bend(value) - low) / (high - low);
}

/** The value that stands at a place. */
export function valueOn(scale: Scale): (place: number) => number {
  const { min, max } = scale;
  if (scale.kind === 'linear') return (place) => min + place * (max - min);
  const [bend, straighten] = [bendOf(scale), straightenOf(scale)];
  const [low, high] = [bend(min), bend(max)];
  return (place) => straighten(low + place * (high - low));
}

/** The smallest positive numbers are rounded; below this a logarithm would follow their rounding. */
const smallest = 1e-300;
/** Beyond e to this power there are no numbers. */
const farthest = 708;

function bendOf({ kind, unit = 1 }: Scale): (value: number) => number {
  return kind === 'symlog' ? (value) => Math.asinh(value / unit) : (value) => (value > 0 ? Math.log(value) : Number.isNaN(value) ? NaN : -Infinity);
}

function straightenOf({ kind, unit = 1 }: Scale): (bent: number) => number {
  return kind === 'symlog' ? (bent) => unit * Math.sinh(bent) : (bent) => Math.max(Math.exp(bent), Number.MIN_VALUE);
}

/** Room below and above what is reached, as shares of the height. */
export interface Room {
  readonly below: number;
  readonly above: number;
}

/** The scale on which these heights are all in view, with room around them; a logarithm begins at a positive one. */
export function scaleFor(kind: ScaleKind, reached: Range, room: Room): Scale {
  switch (kind) {
    case 'linear': return evenScale(reached, room);
    case 'log': return logScale(reached, room);
    case 'symlog': return symlogScale(reached, room);
  }
}

function evenScale({ min, max }: Range, room: Room): Scale {
  const grain = niceStep((max - min || 1) / 10);
  const rounded = { min: Math.floor(min / grain + 1e-6) * grain, max: Math.ceil(max / grain - 1e-6) * grain };
  return linearScale(padded(rounded, room, 2));
}

function logScale({ min, max }: Range, room: Room): Scale {
  const low = Math.log(Math.max(smallest, min));
  const ends = padded({ min: low, max: Math.max(Math.log(max), low) }, room, Math.LN10);
  return { kind: 'log', min: Math.exp(Math.max(ends.min, -farthest)), max: Math.exp(Math.min(ends.max, farthest)) };
}

function symlogScale({ min, max }: Range, room: Room): Scale {
  const largest = Math.max(Math.abs(min), Math.abs(max)) || 1;
  // Two decades below the largest power of ten that is reached.
  const unit = 10 ** (Math.floor(Math.log10(largest)) - 2);
  const ends = padded({ min: Math.asinh(min / unit), max: Math.asinh(max / unit) }, room, 1);
  return { kind: 'symlog', min: unit * Math.sinh(ends.min), max: unit * Math.sinh(ends.max), unit };
}

function padded({ min, max }: Range, { below, above }: Room, spanOfNothing: number): Range {
  const span = max - min || spanOfNothing;
  return { min: min - below * span, max: max + above * span };
}

/** The smallest of 1, 2 and 5 times a power of ten that is not below the size. */
export function niceStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= size * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/** Numbers to write beside an axis of so many pixels, at least `spacing` pixels apart. */
export function ticksOn(scale: Scale, pixels: number, spacing: number): number[] {
  if (scale.kind === 'linear') return ticksIn(scale, pixels, spacing);
  const decades = powersOn(scale);
  // A logarithm over less than a decade is as good as even.
  if (scale.kind === 'log' && decades.length < 2) return ticksIn(scale, pixels, spacing).filter((value) => value > 0);
  return thinned(scale, decades, spacing / pixels);
}

/** Round numbers within the range, at least `spacing` pixels apart and at most eleven. */
export function ticksIn({ min, max }: Range, pixels: number, spacing: number): number[] {
  const count = Math.min(10, Math.max(1, pixels / spacing));
  const step = niceStep((max - min) / count);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** The powers of ten on the axis, on both sides of zero where it has two. */
function powersOn({ kind, min, max, unit = smallest }: Scale): number[] {
  const lowest = kind === 'symlog' ? unit : min;
  const highest = Math.max(Math.abs(min), Math.abs(max));
  const first = Math.ceil(Math.log10(lowest) - 1e-9);
  const count = Math.max(0, Math.floor(Math.log10(highest) + 1e-9) - first + 1);
  const powers = Array.from({ length: count }, (_, i) => Number(`1e${first + i}`));
  const both = kind === 'symlog' ? [...powers.map((power) => -power).reverse(), 0, ...powers] : powers;
  return both.filter((value) => value >= min && value <= max);
}

/** The largest powers, and zero, and of the smaller ones those that stand apart from them. */
function thinned(scale: Scale, powers: readonly number[], apart: number): number[] {
  const place = placeOn(scale);
  const kept: number[] = [];
  const ranked = [...powers].sort((a, b) => (a === 0 ? -1 : b === 0 ? 1 : Math.abs(b) - Math.abs(a)));
  for (const value of ranked) {
    if (kept.every((other) => Math.abs(place(other) - place(value)) >= apart)) kept.push(value);
  }
  return kept.sort((a, b) => a - b);
}
