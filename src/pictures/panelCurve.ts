/** An activation as a plot needs it: functions of one number, whatever kind it is. */
import type { Activation, Family, GateActivation, NumberParameter, ParameterValues, ScalarActivation } from '../activations/activation';
import { outsideDomain } from '../activations/domain';
import { findJumps, type NumberFunction } from './jumps';
import { formatRounded } from './numbers';

/** The panels from top to bottom: f, f′ and f″. */
export type Panel = 'output' | 'gradient' | 'curvature';
export const panels: readonly Panel[] = ['output', 'gradient', 'curvature'];

export interface PanelCurve {
  readonly name: string;
  /** `α = 0.2`, or nothing for functions without parameters. */
  readonly setting: string;
  readonly family: Family;
  readonly functions: Readonly<Record<Panel, NumberFunction>>;
  /** For gates ∂f/∂b, which the plot over `a` does not draw. */
  readonly otherGradient: NumberFunction | undefined;
  /** Where the function or one of its derivatives jumps, in order. */
  readonly kinks: readonly number[];
}

/** Where the function of a panel or its slope may jump: a second derivative also does where the gradient only bends. */
export function breaksOf({ functions, kinks }: PanelCurve, panel: Panel): readonly number[] {
  return panel === 'curvature' ? ordered([...kinks, ...findJumps(functions.curvature)]) : kinks;
}

/** The function of which that of the panel is the slope. */
export function primitiveOf({ functions }: PanelCurve, panel: Panel): NumberFunction | undefined {
  return panel === 'output' ? undefined : functions[panel === 'gradient' ? 'output' : 'gradient'];
}

/** The half of a gate's input that the plot holds still. */
const gateHalf: NumberParameter = {
  kind: 'number', symbol: 'b', default: 1, min: -4, max: 4, step: 0.1, meaning: 'the other half of the input, held still',
};

/** Where the other half is held when a gate is shown alone. */
export const gateSections: readonly number[] = [1, -1, 2];

/** Nothing for kinds that are no function of one number. `values` of a gate hold `b`, its other half. */
export function panelCurve(activation: Activation, values: ParameterValues): PanelCurve | undefined {
  switch (activation.kind) {
    case 'scalar': return scalarCurve(activation, values);
    case 'gate': return gateCurve(activation, values);
    case 'vector': return undefined;
  }
}

/** Outside the domain of a parameter there is nothing to draw. */
const nowhere: PanelCurve['functions'] = { output: () => NaN, gradient: () => NaN, curvature: () => NaN };

function scalarCurve(activation: ScalarActivation, p: ParameterValues): PanelCurve {
  if (outsideDomain(activation, p)) return { ...named(activation, p), functions: nowhere, otherGradient: undefined, kinks: [] };
  return {
    ...named(activation, p),
    functions: {
      output: (x) => activation.value(x, p),
      gradient: (x) => activation.derivative(x, p),
      curvature: (x) => activation.secondDerivative(x, p),
    },
    otherGradient: undefined,
    kinks: ordered(activation.properties(p).kinks),
  };
}

function gateCurve(activation: GateActivation, p: ParameterValues): PanelCurve {
  const b = Number(p['b'] ?? gateHalf.default);
  const derivative = (a: number) => activation.gradientAt(a, b, p)[0];
  const kinks = ordered(findJumps(derivative));
  return {
    ...named(activation, p),
    functions: { output: (a) => activation.value(a, b, p), gradient: derivative, curvature: slopeOf(derivative, kinks) },
    otherGradient: (a) => activation.gradientAt(a, b, p)[1],
    kinks,
  };
}

function named(activation: Activation, values: ParameterValues): Pick<PanelCurve, 'name' | 'setting' | 'family'> {
  return { name: activation.name, setting: settingOf(values, parametersOf(activation)), family: activation.family };
}

/** The parameters of a curve, with a gate's other half. */
export function parametersOf(activation: Activation): Activation['parameters'] {
  return activation.kind === 'gate' ? { ...activation.parameters, b: gateHalf } : activation.parameters;
}

function settingOf(values: ParameterValues, parameters: Activation['parameters']): string {
  const parts = Object.entries(parameters).map(([name, parameter]) => {
    const value = values[name] ?? parameter.default;
    return `${parameter.symbol} = ${typeof value === 'number' ? formatRounded(value, 3) : value}`;
  });
  return parts.join(', ');
}

function ordered(kinks: readonly number[]): number[] {
  return [...new Set(kinks)].filter(Number.isFinite).sort((a, b) => a - b);
}

/** The slope by central differences, moved off a kink so that the stencil never spans one. */
function slopeOf(g: NumberFunction, kinks: readonly number[]): NumberFunction {
  const reach = 1e-4;
  return (x) => {
    const near = kinks.find((kink) => Math.abs(x - kink) <= reach);
    const centre = near === undefined ? x : x < near ? near - 2 * reach : near + 2 * reach;
    return (g(centre + reach) - g(centre - reach)) / (2 * reach);
  };
}
