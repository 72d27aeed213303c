/** A marker of a series, outlined in the background so that it stands off every line. */
import type { Marker } from '../series';
import { element, pathOf } from '../svg';
import { fill, stroke } from './paint';

export function drawMarker(marker: Marker, x: number, y: number, radius: number, colour: string, background: string): string {
  const d = markerPath(marker, x, y, radius);
  if (marker !== 'cross') return element('path', { d, ...fill(colour), ...stroke(background), 'stroke-width': 3, 'paint-order': 'stroke' });
  return element('path', { d, ...stroke(background), 'stroke-width': 5 }) + element('path', { d, ...stroke(colour), 'stroke-width': 2.2 });
}

function markerPath(marker: Marker, x: number, y: number, r: number): string {
  const polygon = (...corners: readonly (readonly [number, number])[]): string => `${pathOf([corners.map(([dx, dy]) => ({ x: x + r * dx, y: y + r * dy }))])}z`;
  switch (marker) {
    case 'circle': return `${pathOf([[{ x: x - r, y }]])}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
    case 'square': return polygon([-0.95, -0.95], [0.95, -0.95], [0.95, 0.95], [-0.95, 0.95]);
    case 'triangle': return polygon([0, -1.25], [1.15, 0.85], [-1.15, 0.85]);
    case 'diamond': return polygon([0, -1.35], [1.35, 0], [0, 1.35], [-1.35, 0]);
    case 'cross': return pathOf([[{ x: x - r, y: y - r }, { x: x + r, y: y + r }], [{ x: x + r, y: y - r }, { x: x - r, y: y + r }]]);
  }
}
