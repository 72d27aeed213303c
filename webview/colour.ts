/** Colours as numbers: the canvas cannot read CSS variables, and contrast must be measured before it is promised. */
export interface Colour {
  /** Red, green and blue from 0 to 255. */
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly alpha: number;
}

type Triple = readonly [number, number, number];

/** Understands what VS Code writes into its variables: `#RGB`, `#RRGGBB`, `#RRGGBBAA`, `rgb()` and `rgba()`. */
export function parseColour(text: string): Colour | undefined {
  const source = text.trim().toLowerCase();
  return source.startsWith('#') ? parseHex(source.slice(1)) : parseRgb(source);
}

function parseHex(digits: string): Colour | undefined {
  if (!/^[0-9a-f]+$/.test(digits)) return undefined;
  const long = digits.length <= 4 ? [...digits].map((digit) => digit + digit).join('') : digits;
  if (long.length !== 6 && long.length !== 8) return undefined;
  const channel = (at: number) => parseInt(long.slice(at, at + 2), 16);
  return { r: channel(0), g: channel(2), b: channel(4), alpha: long.length === 8 ? channel(6) / 255 : 1 };
}

function parseRgb(source: string): Colour | undefined {
  const parts = /^rgba?\(([^)]+)\)$/.exec(source)?.[1]?.split(/[\s,/]+/).filter(Boolean) ?? [];
  const [r, g, b, a] = parts.map((part) => (part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : Number(part)));
  if (r === undefined || g === undefined || b === undefined) return undefined;
  if (![r, g, b, a ?? 1].every(Number.isFinite)) return undefined;
  return { r, g, b, alpha: a ?? 1 };
}

export function toCss({ r, g, b, alpha }: Colour): string {
  const [red, green, blue] = [r, g, b].map((channel) => Math.round(Math.min(255, Math.max(0, channel))));
  return alpha >= 1 ? `rgb(${red}, ${green}, ${blue})` : `rgba(${red}, ${green}, ${blue}, ${Number(alpha.toFixed(3))})`;
}

/** `share` of the colour over the background, as an opaque colour. */
export function mix(colour: Colour, background: Colour, share: number): Colour {
  const weight = share * colour.alpha;
  const channel = (over: number, under: number) => weight * over + (1 - weight) * under;
  return {
    r: channel(colour.r, background.r), g: channel(colour.g, background.g), b: channel(colour.b, background.b), alpha: 1,
  };
}

export function withAlpha(colour: Colour, alpha: number): Colour {
  return { ...colour, alpha };
}

/** The contrast ratio of WCAG 2, from 1 to 21. */
export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The colour itself where it stands out enough; else the nearest lightness of the same hue that does. */
export function readable(colour: Colour, background: Colour, least: number): Colour {
  const opaque = mix(colour, background, 1);
  if (contrast(opaque, background) >= least) return opaque;
  const [lightness, a, b] = toOklab(opaque);
  const step = luminance(background) < 0.18 ? 0.01 : -0.01;
  for (let l = lightness + step; l >= 0 && l <= 1; l += step) {
    const moved = fromOklab([l, a, b]);
    if (contrast(moved, background) >= least) return moved;
  }
  return step > 0 ? { r: 255, g: 255, b: 255, alpha: 1 } : { r: 0, g: 0, b: 0, alpha: 1 };
}

function luminance(colour: Colour): number {
  const [r, g, b] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear({ r, g, b }: Colour): Triple {
  const channel = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return [channel(r), channel(g), channel(b)];
}

function fromLinear([r, g, b]: Triple): Colour {
  const channel = (value: number) => {
    const share = Math.min(1, Math.max(0, value));
    return 255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055);
  };
  return { r: channel(r), g: channel(g), b: channel(b), alpha: 1 };
}

/** Oklab after Björn Ottosson, whose lightness can be moved without the hue drifting. */
function toOklab(colour: Colour): Triple {
  const [r, g, b] = linear(colour);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]: Triple): Colour {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return fromLinear([
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]);
}
