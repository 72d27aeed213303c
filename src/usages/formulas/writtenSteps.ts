/** Steps as the text of an expression, as a person would write it. */
import { Operator } from '../../python/syntax';
import type { Step, StepIndex } from './steps';

interface Written {
  readonly text: string;
  /** How tightly it holds together: a sum 1, a product 2, a sign 3, a power 4, all else 5. */
  readonly binds: number;
}

const infix: Readonly<Record<string, readonly [sign: string, binds: number]>> = {
  add: [' + ', 1], sub: [' - ', 1], mul: ['*', 2], div: ['/', 2], pow: ['^', 4],
};
const comparisons: Readonly<Record<string, string>> = {
  [`compare ${Operator.Less}`]: ' < ', [`compare ${Operator.LessEqual}`]: ' <= ', [`compare ${Operator.Greater}`]: ' > ', [`compare ${Operator.GreaterEqual}`]: ' >= ',
};

/** Undefined where a step has no name in an expression. `leafText` says what stands for a variable. */
export function writtenSteps(steps: readonly Step[], root: StepIndex, leafText: (index: StepIndex) => string | undefined): string | undefined {
  let length = 0;
  const write = (index: StepIndex): Written | undefined => {
    const step = steps[index];
    if (step === undefined || ++length > 300) return undefined;
    switch (step.kind) {
      case 'number':
        return { text: String(step.value), binds: step.value < 0 ? 0 : 5 };
      case 'leaf': {
        const text = leafText(index);
        return text === undefined ? undefined : { text, binds: 5 };
      }
      case 'vector':
        return undefined;
      case 'element': {
        const parts = step.of.map(write);
        const known = parts.filter((part) => part !== undefined);
        return known.length === parts.length ? writtenCall(step.name, known) : undefined;
      }
    }
  };
  return write(root)?.text;
}

function writtenCall(name: string, parts: readonly Written[]): Written | undefined {
  const [left, right] = parts;
  const [sign, binds] = infix[name] ?? [];
  if (left && right && sign !== undefined && binds !== undefined) {
    // What is taken away, divided by, or raised has to hold together more tightly than what it is joined to.
    const isAssociative = name === 'add' || name === 'mul';
    return { text: within(left, name === 'pow' ? 5 : binds) + sign + within(right, isAssociative ? binds : binds + 1), binds };
  }
  const comparison = comparisons[name];
  if (left && right && comparison !== undefined) return { text: within(left, 1) + comparison + within(right, 1), binds: 0 };
  if (name === 'neg' && left) return { text: `-${within(left, 3)}`, binds: 3 };
  const activation = /^([\w-]+) (\{.*\})$/.exec(name);
  const called = activation ? activationCall(activation[1] ?? '', activation[2] ?? '{}', parts) : `${name}(${parts.map(({ text }) => text).join(', ')})`;
  return called === undefined || (!activation && !/^\w+$/.test(name)) ? undefined : { text: called, binds: 5 };
}

function within({ text, binds }: Written, needed: number): string {
  return binds < needed ? `(${text})` : text;
}

/** `elu(x, alpha=2)`; a choice between definitions has no number, and is left to its default. */
function activationCall(id: string, json: string, parts: readonly Written[]): string | undefined {
  const parameters = Object.entries(JSON.parse(json) as Readonly<Record<string, number | string>>);
  const written = parameters.flatMap(([name, value]) => (typeof value === 'number' ? [`${name}=${value}`] : []));
  return `${id.replace(/-/g, '_')}(${[...parts.map(({ text }) => text), ...written].join(', ')})`;
}
