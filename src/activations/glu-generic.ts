import { defineActivation, type GateActivation } from './activation';
import { geglu } from './geglu';
import { gegluTanh } from './geglu-tanh';
import { feedForwardWidth } from './gated';
import { glu } from './glu';
import { quickGeglu } from './quick-geglu';
import { reglu } from './reglu';
import { swiglu } from './swiglu';

type Gate = Pick<GateActivation<Record<never, never>>, 'value' | 'gradientAt'>;

/** GLU with its halves in the order of the others: the activated one first. */
const sigmoidFirst: Gate = {
  value: (a, b) => glu.value(b, a, {}),
  gradientAt: (a, b) => {
    const [alongB, alongA] = glu.gradientAt(b, a, {});
    return [alongA, alongB];
  },
};
const quick: Gate = {
  value: (a, b) => quickGeglu.value(a, b, { offset: 0 }),
  gradientAt: (a, b) => quickGeglu.gradientAt(a, b, { offset: 0 }),
};

/** What is not known has no number. */
const unknown: Gate = { value: () => NaN, gradientAt: () => [NaN, NaN] };

const gates = new Map<string, Gate>([
  ['silu', swiglu], ['gelu', geglu], ['gelu-tanh', gegluTanh], ['quick-gelu', quick], ['relu', reglu], ['sigmoid', sigmoidFirst],
]);

function gateOf(activation: string): Gate {
  return gates.get(activation) ?? unknown;
}

export const gluGeneric = defineActivation({
  kind: 'gate',
  id: 'glu-generic',
  name: 'GLU of a chosen activation',
  aliases: ['generic GLU', 'ggml_glu'],
  family: 'gated',
  summary: 'One linear branch, times an activation of another; which activation is an argument.',
  formula: {
    tex: String.raw`f(a, b) = \varphi(a)\,b`,
    plain: 'f(a, b) = φ(a) · b',
  },
  gradient: {
    tex: String.raw`\frac{\partial f}{\partial a} = \varphi'(a)\,b,\quad \frac{\partial f}{\partial b} = \varphi(a)`,
    plain: '∂f/∂a = φ′(a) · b, ∂f/∂b = φ(a)',
  },
  parameters: {
    activation: {
      kind: 'choice', symbol: 'φ', default: 'silu', choices: ['silu', 'gelu', 'gelu-tanh', 'quick-gelu', 'relu', 'sigmoid'],
      meaning: 'The activation that the first branch passes through.',
    },
  },
  answer: ({ activation }) => `is φ(a) · b with φ = ${activation}.`,
  value: (a, b, { activation }) => gateOf(activation).value(a, b, {}),
  gradientAt: (a, b, { activation }) => gateOf(activation).gradientAt(a, b, {}),
  pitfalls: [feedForwardWidth],
  citations: ['shazeer2020', 'dauphin2016'],
});
