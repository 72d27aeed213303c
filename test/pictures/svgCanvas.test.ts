/** Drawing commands as a canvas takes them, and the SVG that becomes of them. */
import { describe, expect, test } from 'vitest';
import { SvgCanvas } from '../../src/pictures/svgCanvas';

function check(draw: (canvas: SvgCanvas) => void, svg: string): void {
  const canvas = new SvgCanvas({ name: 'a', measure: (text) => 6 * text.length });
  draw(canvas);
  expect(canvas.content()).toBe(svg);
}

describe('a canvas that writes SVG', () => {
  test('strokes a path in the colour, width and dashes of the moment', () => check((canvas) => {
    canvas.strokeStyle = '#123456';
    canvas.lineWidth = 2;
    canvas.setLineDash([4, 3]);
    canvas.beginPath();
    canvas.lineTo(0.04, 1);
    canvas.lineTo(10, 2.25);
    canvas.closePath();
    canvas.stroke();
  }, '<path d="M0 1L10 2.3Z" stroke="#123456" stroke-width="2" stroke-linecap="butt" stroke-linejoin="miter" stroke-dasharray="4 3"/>'));

  test('has the state back that was saved, and places by the sum of the translations', () => check((canvas) => {
    canvas.save();
    canvas.translate(10, 20);
    canvas.fillStyle = 'rgba(1, 2, 3, 0.5)';
    canvas.translate(1, 1);
    canvas.beginPath();
    canvas.arc(0, 0, 3);
    canvas.fill();
    canvas.restore();
    canvas.fillRect(0, 0, 2, 2);
  }, '<path d="M8 21a3 3 0 1 0 6 0a3 3 0 1 0 -6 0Z" fill="rgb(1, 2, 3)" fill-opacity="0.5"/><rect x="0" y="0" width="2" height="2" fill="#000000"/>'));

  test('clips to what all clips leave, each defined once', () => check((canvas) => {
    const clipTo = (x: number, width: number): void => {
      canvas.beginPath();
      canvas.rect(x, 0, width, 10);
      canvas.clip();
    };
    canvas.save();
    clipTo(0, 10);
    canvas.save();
    clipTo(6, 10);
    canvas.fillRect(0, 0, 99, 99);
    canvas.fillRect(0, 0, 88, 88);
    canvas.restore();
    canvas.restore();
    canvas.fillRect(0, 0, 1, 1);
  }, '<defs><clipPath id="a-clip-0"><rect x="6" y="0" width="4" height="10"/></clipPath></defs>'
    + '<rect x="0" y="0" width="99" height="99" fill="#000000" clip-path="url(#a-clip-0)"/>'
    + '<rect x="0" y="0" width="88" height="88" fill="#000000" clip-path="url(#a-clip-0)"/><rect x="0" y="0" width="1" height="1" fill="#000000"/>'));

  test('writes words once, with their outline under them', () => check((canvas) => {
    canvas.font = '600 20px "Segoe UI", sans-serif';
    canvas.textAlign = 'right';
    canvas.textBaseline = 'middle';
    canvas.strokeStyle = 'white';
    canvas.lineWidth = 4;
    canvas.strokeText('a < b', 5, 10);
    canvas.fillText('a < b', 5, 10);
  }, '<text x="5" y="17" font-size="20" font-weight="600" text-anchor="end" stroke="white" stroke-width="4" stroke-linejoin="miter" paint-order="stroke" fill="#000000">a &#60; b</text>'));

  test('keeps nothing of what was there before it was cleared', () => check((canvas) => {
    canvas.fillRect(0, 0, 1, 1);
    canvas.clearRect();
  }, ''));

  test('measures as it is told to', () => {
    expect(new SvgCanvas({ name: 'a', measure: (text, font) => text.length * font.length }).measureText('abc').width).toBe(3 * '10px sans-serif'.length);
  });

  test('writes no number that a renderer cannot read', () => check((canvas) => {
    canvas.beginPath();
    canvas.moveTo(-0, 1e300);
    canvas.lineTo(1e-9, -1e300);
    canvas.stroke();
  }, '<path d="M0 1000000L0 -1000000" stroke="#000000" stroke-width="1" stroke-linecap="butt" stroke-linejoin="miter"/>'));
});
