/** The function as an icon of 16 by 16 pixels in one colour: its curve, or for a function of a vector its bars. */
import { defaultsOf, type Activation, type VectorActivation } from '../activations/activation';
import { barRows } from './bars';
import { curveIn } from './curve';
import { horizontalRange, verticalRange, visibleJumps } from './frame';
import { gateSubject, scalarSubject } from './miniPlot';
import { drawing, element, pathOf } from './svg';

const size = 16;
const margin = 2;
const inner = size - 2 * margin;

export function glyphOf(activation: Activation, colour: string): string {
  return drawing(size, size, activation.kind === 'vector' ? bars(activation, colour) : curve(activation, colour));
}

function curve(activation: Exclude<Activation, VectorActivation>, colour: string): string {
  const values = defaultsOf(activation);
  const { f, slope } = activation.kind === 'gate' ? gateSubject(activation, values) : scalarSubject(activation, values);
  const x = horizontalRange(f, slope);
  const view = { x, y: verticalRange([f], x), left: margin, top: margin, width: inner, height: inner };
  return element('path', { d: pathOf(curveIn(view, f.value, visibleJumps(f))), stroke: colour, 'stroke-width': 1.5 });
}

/** Three bars, as high as what comes out for the example; those below zero hang. */
function bars(activation: VectorActivation, colour: string): string {
  const outputs = barRows(activation, defaultsOf(activation)).map(({ output }) => output).slice(0, 3);
  const [low, high] = [Math.min(0, ...outputs), Math.max(0, ...outputs)];
  const scale = inner / (high - low || 1);
  const zero = margin + high * scale;
  return outputs.map((output, index) => {
    const height = Math.max(1, Math.abs(output) * scale);
    return element('rect', { x: margin + 4.5 * index, y: output < 0 ? zero : zero - height, width: 3, height, fill: colour });
  }).join('');
}
