/**
 * A canvas that writes SVG, so that a plot of the screen becomes a drawing with the same words in the same places. It knows what
 * our plots and Chart.js use of a canvas: paths of lines and whole circles, rectangles, words, pictures, translation and
 * rectangular clips.
 */
import { fill, stroke } from './figure/paint';
import { element, escapeXml, spacing, type Box, type Point } from './svg';

interface Style {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  globalAlpha: number;
  font: string;
  textAlign: string;
  textBaseline: string;
  readonly dash: readonly number[];
  readonly origin: Point;
  readonly clipping: Box | undefined;
}

const initial: Style = {
  fillStyle: '#000000', strokeStyle: '#000000', lineWidth: 1, lineCap: 'butt', lineJoin: 'miter', globalAlpha: 1,
  font: '10px sans-serif', textAlign: 'start', textBaseline: 'alphabetic', dash: [], origin: { x: 0, y: 0 }, clipping: undefined,
};

/** How far below the given height the letters stand, as a share of their size. */
const baselines: Readonly<Record<string, number>> = { middle: 0.35, top: 0.78, hanging: 0.78, bottom: -0.22, alphabetic: 0, ideographic: -0.22 };
const anchors: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };

interface SvgCanvasOptions {
  /** The width of words in a font, as a browser or an estimate has it. */
  measure(text: string, font: string): number;
  /** Tells what is defined here from that of another canvas in the same drawing. */
  readonly name: string;
}

export class SvgCanvas implements Style {
  fillStyle = initial.fillStyle;
  strokeStyle = initial.strokeStyle;
  lineWidth = initial.lineWidth;
  lineCap = initial.lineCap;
  lineJoin = initial.lineJoin;
  globalAlpha = initial.globalAlpha;
  font = initial.font;
  textAlign = initial.textAlign;
  textBaseline = initial.textBaseline;
  dash = initial.dash;
  origin = initial.origin;
  clipping = initial.clipping;
  private readonly saved: Style[] = [];
  private path = '';
  private boxes: Box[] = [];
  private parts: string[] = [];
  private readonly clips = new Map<string, string>();
  /** The halo of the words that come next, which are written with it as one. */
  private halo: { readonly key: string; readonly attributes: Readonly<Record<string, string | number>> } | undefined;

  constructor(private readonly options: SvgCanvasOptions) {}

  /** What was drawn since the canvas was last cleared. */
  content(): string {
    const definitions = [...this.clips.values()].join('');
    return (definitions === '' ? '' : element('defs', {}, definitions)) + this.parts.join('');
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline, dash, origin, clipping } = this;
    this.saved.push({ fillStyle, strokeStyle, lineWidth, lineCap, lineJoin, globalAlpha, font, textAlign, textBaseline, dash, origin, clipping });
  }

  restore(): void {
    Object.assign(this, this.saved.pop());
  }

  translate(x: number, y: number): void {
    this.origin = { x: this.origin.x + x, y: this.origin.y + y };
  }

  /** Only ever by nothing: the words of our axes lie. */
  rotate(): void {
    // There is nothing to turn.
  }

  /** Only ever to its beginning, or to the density of a screen, which a drawing does not have. */
  resetTransform(): void {
    this.origin = initial.origin;
  }

  setTransform(): void {
    this.resetTransform();
  }

  setLineDash(dash: readonly number[]): void {
    this.dash = [...dash];
  }

  measureText(text: string): { readonly width: number } {
    return { width: this.options.measure(text, this.font) };
  }

  /** Only ever as a whole, before everything is drawn anew. */
  clearRect(): void {
    this.parts = [];
    this.clips.clear();
  }

  beginPath(): void {
    this.path = '';
    this.boxes = [];
  }

  moveTo(x: number, y: number): void {
    this.path += `M${this.placed(x, y)}`;
  }

  lineTo(x: number, y: number): void {
    this.path += `${this.path === '' ? 'M' : 'L'}${this.placed(x, y)}`;
  }

  closePath(): void {
    this.path += 'Z';
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.boxes.push({ x: x + this.origin.x, y: y + this.origin.y, width, height });
    this.path += `M${this.placed(x, y)}h${tenth(width)}v${tenth(height)}h${tenth(-width)}Z`;
  }

  roundRect(x: number, y: number, width: number, height: number, radius: number): void {
    const [across, down, r] = [width - 2 * radius, height - 2 * radius, tenth(radius)];
    const corner = (dx: number, dy: number): string => `a${r} ${r} 0 0 1 ${tenth(dx * radius)} ${tenth(dy * radius)}`;
    this.path += `M${this.placed(x + radius, y)}h${tenth(across)}${corner(1, 1)}v${tenth(down)}${corner(-1, 1)}h${tenth(-across)}${corner(-1, -1)}v${tenth(-down)}${corner(1, -1)}Z`;
  }

  /** A whole circle. */
  arc(x: number, y: number, radius: number): void {
    const r = tenth(radius);
    this.path += `M${this.placed(x - radius, y)}a${r} ${r} 0 1 0 ${tenth(2 * radius)} 0a${r} ${r} 0 1 0 ${tenth(-2 * radius)} 0Z`;
  }

  clip(): void {
    this.clipping = this.boxes.reduce<Box | undefined>((within, box) => (within ? overlap(within, box) : box), this.clipping);
  }

  fill(): void {
    if (this.path !== '') this.add('path', { d: this.path, ...fill(this.fillStyle) });
  }

  stroke(): void {
    if (this.path !== '') this.add('path', { d: this.path, ...this.pen() });
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.add('rect', { x: x + this.origin.x, y: y + this.origin.y, width, height, ...fill(this.fillStyle) });
  }

  drawImage(picture: { toDataURL(): string }, x: number, y: number, width: number, height: number): void {
    this.add('image', { x: x + this.origin.x, y: y + this.origin.y, width, height, preserveAspectRatio: 'none', href: picture.toDataURL() });
  }

  /** Words are outlined before they are filled. */
  strokeText(text: string, x: number, y: number): void {
    this.halo = { key: `${text} ${x} ${y}`, attributes: { ...stroke(this.strokeStyle), 'stroke-width': this.lineWidth, 'stroke-linejoin': this.lineJoin, 'paint-order': 'stroke' } };
  }

  fillText(text: string, x: number, y: number): void {
    const { weight, size } = readFont(this.font);
    const halo = this.halo?.key === `${text} ${x} ${y}` ? this.halo.attributes : {};
    this.halo = undefined;
    this.add('text', {
      x: x + this.origin.x, y: y + this.origin.y + (baselines[this.textBaseline] ?? 0) * size, 'font-size': size,
      'font-weight': weight === '400' ? undefined : weight, 'text-anchor': anchors[this.textAlign], ...spacing(text), ...halo, ...fill(this.fillStyle),
    }, escapeXml(text));
  }

  private pen(): Readonly<Record<string, string | number | undefined>> {
    return {
      ...stroke(this.strokeStyle), 'stroke-width': this.lineWidth, 'stroke-linecap': this.lineCap, 'stroke-linejoin': this.lineJoin,
      'stroke-dasharray': this.dash.length === 0 ? undefined : this.dash.join(' '),
    };
  }

  private placed(x: number, y: number): string {
    return `${tenth(x + this.origin.x)} ${tenth(y + this.origin.y)}`;
  }

  private add(name: string, attributes: Readonly<Record<string, string | number | undefined>>, content = ''): void {
    const opacity = this.globalAlpha === 1 ? undefined : String(this.globalAlpha);
    this.parts.push(element(name, { ...attributes, opacity, 'clip-path': this.clipping && `url(#${this.clipNamed(this.clipping)})` }, content));
  }

  private clipNamed(box: Box): string {
    const rect = element('rect', { ...box });
    const known = [...this.clips.keys()].indexOf(rect);
    const id = `${this.options.name}-clip-${known < 0 ? this.clips.size : known}`;
    if (known < 0) this.clips.set(rect, element('clipPath', { id }, rect));
    return id;
  }
}

function overlap(a: Box, b: Box): Box {
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)];
  return { x, y, width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - x), height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - y) };
}

/** `600 11.5px "Segoe UI", sans-serif` */
function readFont(font: string): { readonly weight: string; readonly size: number } {
  const [, weight = '400', size = '10'] = /(?:\b(\d{3}|bold)\s+)?([\d.]+)px/.exec(font) ?? [];
  return { weight, size: Number(size) };
}

/** Beyond these a renderer may lose count; what lies there is cut off anyhow. */
const farthest = 1e6;

function tenth(value: number): number {
  return Math.round(10 * Math.min(farthest, Math.max(-farthest, value))) / 10 + 0;
}
