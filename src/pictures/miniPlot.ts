/** The small picture of an activation with the parameters at hand: curves, sections of a gate, or bars. */
import type { Activation, GateActivation, ParameterValues, ScalarActivation, VectorActivation } from '../activations/activation';
import { barRows, barText, drawBars } from './bars';
import { limitAt } from './curve';
import type { Viewport } from './curve';
import { visibleJumps } from './frame';
import type { Curve } from './frame';
import { formatNumber } from './numbers';
import type { Palette } from './palette';
import { drawPlot, viewportOf } from './plot';
import type { PlotSubject, Size } from './plot';
import type { Picture } from './svg';

/** The sizes of the hover: with room, and below a problem that VS Code reports above it. */
export const hoverSize: Size = { width: 208, height: 128 };
export const hoverSizeWithProblem: Size = { width: 208, height: 104 };

export function miniPlot(activation: Activation, parameters: ParameterValues, palette: Palette, size: Size): Picture {
  switch (activation.kind) {
    case 'scalar': return curves(activation, scalarSubject(activation, parameters), palette, size);
    case 'gate': return curves(activation, gateSubject(activation, parameters), palette, size);
    case 'vector': return bars(activation, parameters, palette, size);
  }
}

export function scalarSubject(activation: ScalarActivation, parameters: ParameterValues): PlotSubject {
  const { kinks, range, gradientRange } = activation.properties(parameters);
  return {
    name: 'f', slopeName: 'f′',
    f: { value: (x) => activation.value(x, parameters), kinks, bounds: range },
    slope: { value: (x) => activation.derivative(x, parameters), kinks, bounds: gradientRange },
  };
}

/** Two sections of a gate: along the half that the nonlinearity is applied to, with the other half at 1 and −1. */
export function gateSubject(activation: GateActivation, parameters: ParameterValues): PlotSubject {
  const { along, held, at, slopeAt } = gateSections(activation, parameters);
  const sectionAt = (heldAt: number): Pick<Curve, 'kinks' | 'bounds'> => ({
    kinks: activation.kinksAlongA?.(heldAt, parameters) ?? [0], bounds: { from: -Infinity, to: Infinity },
  });
  return {
    name: `${held} = 1`, slopeName: `∂f/∂${along}`,
    f: { ...sectionAt(1), value: (x) => at(x, 1) }, slope: { ...sectionAt(1), value: (x) => slopeAt(x, 1) },
    second: { curve: { ...sectionAt(-1), value: (x) => at(x, -1) }, name: `${held} = −1` },
  };
}

interface GateSections {
  readonly along: 'a' | 'b';
  readonly held: 'a' | 'b';
  at(moving: number, held: number): number;
  slopeAt(moving: number, held: number): number;
}

/** The gate as a function of the half that moves, with the other held. */
export function gateSections(activation: GateActivation, parameters: ParameterValues): GateSections {
  if (nonlinearHalf(activation, parameters) === 'a') {
    return {
      along: 'a', held: 'b',
      at: (a, b) => activation.value(a, b, parameters),
      slopeAt: (a, b) => activation.gradientAt(a, b, parameters)[0],
    };
  }
  return {
    along: 'b', held: 'a',
    at: (b, a) => activation.value(a, b, parameters),
    slopeAt: (b, a) => activation.gradientAt(a, b, parameters)[1],
  };
}

/** The half in which the gate is not linear; the first where both are linear. */
function nonlinearHalf(activation: GateActivation, parameters: ParameterValues): 'a' | 'b' {
  const bend = (f: (x: number) => number): number => Math.abs(f(2) - 2 * f(1) + f(0)) + Math.abs(f(-2) - 2 * f(-1) + f(0));
  const alongA = bend((a) => activation.value(a, 1, parameters));
  const alongB = bend((b) => activation.value(1, b, parameters));
  return alongB > alongA + 1e-9 ? 'b' : 'a';
}

function curves(activation: Activation, subject: PlotSubject, palette: Palette, size: Size): Picture {
  const view = viewportOf(subject, size);
  return { svg: drawPlot(subject, view, palette, size), ...size, alt: altOf(activation.name, subject, view) };
}

function altOf(name: string, subject: PlotSubject, { x }: Viewport): string {
  const shown = [x.from, 0, x.to];
  const outputs = shown.map((at) => `${formatNumber(subject.f.value(at))} at ${formatNumber(at)}`).join(', ');
  const slopes = shown.filter((at) => !visibleJumps(subject.slope).includes(at))
    .map((at) => `${formatNumber(subject.slope.value(at))} at ${formatNumber(at)}`).join(', ');
  const jumps = visibleJumps(subject.slope).map((at) => {
    const [before, after] = (['left', 'right'] as const).map((side) => formatNumber(limitAt(subject.slope.value, at, side)));
    return ` It jumps from ${before} to ${after} at ${formatNumber(at)}.`;
  }).join('');
  const section = subject.second ? ` for ${subject.name}` : '';
  return `${name} and its gradient from ${formatNumber(x.from)} to ${formatNumber(x.to)}${section}. Output ${outputs}. Gradient ${slopes}.${jumps}`;
}

function bars(activation: VectorActivation, parameters: ParameterValues, palette: Palette, size: Size): Picture {
  const rows = barRows(activation, parameters);
  const spoken = rows.map(({ input, output, ownGradient }) => [
    input === undefined ? '' : `input ${formatNumber(input)}: `, barText(output),
    ownGradient === undefined ? '' : `, own gradient ${barText(ownGradient)}`,
  ].join('')).join('; ');
  return { svg: drawBars(rows, palette, size), ...size, alt: `${activation.name} of three values. ${spoken}.` };
}
