/** A short piece of a curve's line with its marker: the legend, where the name is. */
import { dashes, lineCap, markers, type Marker, type Series } from '../src/pictures/series';

const namespace = 'http://www.w3.org/2000/svg';
const outlines: Readonly<Record<Marker, string>> = {
  circle: 'M23.6 6A3.6 3.6 0 1 1 16.4 6A3.6 3.6 0 1 1 23.6 6z',
  square: 'M16.6 2.6h6.8v6.8h-6.8z',
  triangle: 'M20 1.5l4.1 7.5h-8.2z',
  diamond: 'M20 1.2l4.8 4.8L20 10.8 15.2 6z',
  cross: 'M16.6 2.6l6.8 6.8M23.4 2.6l-6.8 6.8',
};

export function lineSample(series: Series): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('class', `line-sample series-${series}`);
  svg.setAttribute('viewBox', '0 0 40 12');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(
    path('M0 6H40', { class: 'line', 'stroke-dasharray': dashes[series].join(' '), 'stroke-linecap': lineCap(series) }),
    path(outlines[markers[series]], { class: markers[series] === 'cross' ? 'marker open' : 'marker' }),
  );
  return svg;
}

function path(d: string, attributes: Readonly<Record<string, string>>): SVGPathElement {
  const node = document.createElementNS(namespace, 'path');
  node.setAttribute('d', d);
  for (const [name, value] of Object.entries(attributes)) if (value) node.setAttribute(name, value);
  return node;
}
