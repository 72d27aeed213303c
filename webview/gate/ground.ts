/** The ground of the heat map as pixels: a colour for each sign, stronger for greater values; in high contrast hatching below 0. */
import { interpolated, shadeOf, type Surface } from '../../src/pictures/surface';
import { mix, type Colour } from '../colour';
import type { Theme } from '../theme';

/** How much of its colour the strongest value has. */
export const fullest = 0.78;
const shades = 128;
/** Pixels of the screen for one of the ground: colours run smoothly into each other, hatching does not. */
const coarseness = 2;

interface GroundModel {
  readonly surface: Surface;
  readonly theme: Theme;
}

/** Painted anew only when the surface, the theme or the size is another. */
export function createGround(): (model: GroundModel, width: number, height: number) => HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  let painted: { readonly surface: Surface; readonly theme: Theme; readonly width: number; readonly height: number } | undefined;
  return ({ surface, theme }, width, height) => {
    const size = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
    const isSame = painted?.surface === surface && painted.theme === theme && painted.width === size.width && painted.height === size.height;
    if (!isSame) {
      painted = { surface, theme, ...size };
      const scale = theme.highContrast ? 1 : coarseness;
      canvas.width = Math.ceil(size.width / scale);
      canvas.height = Math.ceil(size.height / scale);
      paint(canvas, surface, theme);
    }
    return canvas;
  };
}

function paint(canvas: HTMLCanvasElement, surface: Surface, theme: Theme): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { width, height } = canvas;
  const image = context.createImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  const palette = theme.highContrast ? undefined : Uint32Array.from(paletteOf(theme), packed);
  const hatching = packed(mix(theme.heat.negative, theme.heat.background, 0.6));
  const perColumn = (surface.xs.length - 1) / Math.max(1, width - 1);
  const perRow = (surface.ys.length - 1) / Math.max(1, height - 1);
  for (let y = 0; y < height; y++) {
    const row = (height - 1 - y) * perRow;
    for (let x = 0; x < width; x++) {
      const value = interpolated(surface, x * perColumn, row);
      if (palette) pixels[y * width + x] = palette[shadeIndex(value, surface.most)] ?? 0;
      else if (value < 0 && (x + y) % 7 === 0) pixels[y * width + x] = hatching;
    }
  }
  context.putImageData(image, 0, 0);
}

/** As image data has it in memory, where every browser's machine is little-endian. */
function packed({ r, g, b }: Colour): number {
  return (255 << 24) | (Math.round(b) << 16) | (Math.round(g) << 8) | Math.round(r);
}

/** From the strongest negative to the strongest positive, with the background between. */
function paletteOf({ heat }: Theme): Colour[] {
  return Array.from({ length: 2 * shades + 1 }, (_, i) => {
    const share = (i - shades) / shades;
    return mix(share < 0 ? heat.negative : heat.positive, heat.background, fullest * Math.abs(share));
  });
}

function shadeIndex(value: number, most: number): number {
  return Number.isNaN(value) ? shades : shades + Math.round(shades * Math.max(-1, Math.min(1, shadeOf(value, most))));
}
