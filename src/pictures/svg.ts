/** SVG as text: the few elements that the pictures need, with coordinates to a tenth of a pixel. */
import type { Palette } from './palette';

/** A picture and what it says, in the same numbers, to those who do not see it. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? coordinate(value) : escapeXml(value ?? '')}"`)
    .join('');
  return content === '' ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

const systemFonts = 'system-ui,"Segoe UI",Ubuntu,sans-serif';

export function drawing(width: number, height: number, content: string, fontFamily = systemFonts): string {
  return element('svg', {
    xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`,
    fill: 'none', 'stroke-linejoin': 'round', 'stroke-linecap': 'round',
    'font-family': fontFamily, 'font-size': 11,
  }, content);
}

/** A path through the points of each run, in steps relative to the last point. */
export function pathOf(runs: readonly (readonly Point[])[]): string {
  return runs.map(([first, ...rest]) => {
    if (!first) return '';
    let [x, y] = [tenths(first.x), tenths(first.y)];
    const steps = rest.map((point) => {
      const [nextX, nextY] = [tenths(point.x), tenths(point.y)];
      const step = `${(nextX - x) / 10} ${(nextY - y) / 10}`;
      [x, y] = [nextX, nextY];
      return step;
    });
    return `M${coordinate(first.x)} ${coordinate(first.y)}${steps.length > 0 ? `l${steps.join(' ')}` : ''}`;
  }).join('').replace(/ -/g, '-');
}

/** Words that stay readable over lines. `box` is where they stand, for the plate of high contrast. */
export function label(text: string, box: Box, attributes: Attributes, palette: Palette): string {
  const baseline = { x: box.x, y: box.y + 0.78 * box.height };
  const plate = palette.plates
    ? element('rect', { x: box.x - 1, y: box.y, width: box.width + 2, height: box.height, fill: palette.background })
    : '';
  const halo = palette.plates ? {} : { stroke: palette.background, 'stroke-width': 3, 'paint-order': 'stroke' };
  return plate + element('text', { ...baseline, ...halo, ...attributes }, escapeXml(text));
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** An estimate that suits the widest of the system fonts, so that no word is cut at an edge. */
export function textWidth(text: string, fontSize: number): number {
  const narrow = (text.match(/[\s.,′()|ijl1]/g) ?? []).length;
  return fontSize * (0.65 * ([...text].length - narrow) + 0.36 * narrow);
}

/** What keeps two spaces in a row apart, which SVG would take for one. */
export function spacing(text: string): { readonly 'xml:space'?: 'preserve' } {
  return text.includes('  ') ? { 'xml:space': 'preserve' } : {};
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The picture as an address that an image element takes; the semicolon is what markdown previews ask for. */
export function dataUri(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${svg.replace(/[^\w\-.,:;/=]/gu, percentEncoded)}`;
}

function percentEncoded(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16)}` : encoded;
}

function tenths(value: number): number {
  return Math.round(10 * value);
}

function coordinate(value: number): string {
  return String(tenths(value) / 10);
}
