/** Line icons on a grid of 16, drawn in the colour of the text beside them. */
const paths = {
  reset: 'M4.5 2.5 2.5 5l2.7 1.8M2.8 5h6.4a4 4 0 0 1 0 8H6',
  table: 'M2.5 2.5h11v11h-11zM2.5 6.2h11M2.5 9.8h11M6.2 2.5v11M9.8 2.5v11',
  copy: 'M5.5 4.5v-2h7v9h-2M3.5 4.5h7v9h-7z',
  copied: 'M2.5 8.5 6 12l7.5-8',
  eye: 'M1.5 8.6C3 5.4 5.3 3.9 8 3.9s5 1.5 6.5 4.7M8 6.3a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4z',
  eyeOff: 'M1.5 8.6C3 5.4 5.3 3.9 8 3.9s5 1.5 6.5 4.7M8 6.3a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4zM3 13.5l10-11',
  pin: 'M5 2.5h6M6 2.5v4L4 9h8l-2-2.5v-4M8 9v4.5',
  close: 'M4 4l8 8M12 4l-8 8',
  add: 'M8 2.5v11M2.5 8h11',
  minus: 'M2.5 8h11',
  fit: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  layer: 'M8 1.8 13.5 4.6v6.8L8 14.2l-5.5-2.8V4.6zM2.6 4.7 8 7.4l5.4-2.7M8 7.4v6.6',
  check: 'M3 8.5 6.3 12 13 4.5',
  likely: 'M8 6.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8z',
  guess: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM6.2 6.4a1.8 1.8 0 1 1 2.6 1.7c-.6.3-.8.6-.8 1.2M8 11v.6',
  person: 'M8 2.2a2.6 2.6 0 1 0 0 5.2 2.6 2.6 0 0 0 0-5.2zM3 13.8c0-2.9 2-4.4 5-4.4s5 1.5 5 4.4',
  error: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6',
  pass: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM5.2 8.2 7.2 10.2 10.8 6.2',
  info: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 7.4v3.8M8 4.8v.4',
  refused: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM3.7 12.3l8.6-8.6',
  warning: 'M8 2 14.6 13.6H1.4zM8 6.4v3.6M8 11.6v.2',
  more: 'M3 7.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6zM8 7.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6zM13 7.2a.8.8 0 1 0 0 1.6.8.8 0 0 0 0-1.6z',
  chevron: 'M4 6l4 4 4-4',
} as const;

export type IconName = keyof typeof paths;

const namespace = 'http://www.w3.org/2000/svg';

/** Decoration only: the control that holds it carries the words. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  return svg;
}
