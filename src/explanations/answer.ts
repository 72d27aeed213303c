/** The first line: what the activation is at this call, by name and values, and what that means. */
import type { Parameter, ParameterValue } from '../activations/activation';
import { outsideDomain } from '../activations/domain';
import { formatNumber } from '../pictures/numbers';
import type { Usage } from '../usages/usage';
import { openForms } from './forms';
import { madeAs, recognise, type Recognised, type Subject } from './subject';

/** One line of the hover at the editor's font size. */
export const longestAnswer = 62;

interface Answer {
  /** `LeakyReLU 0.2` */
  readonly title: string;
  /** `keeps a gradient of 0.2 for negative inputs.` */
  readonly rest: string;
}

/** The most telling title that leaves the line short enough. */
export function answerOf(subject: Subject): Answer {
  const rest = restOf(subject);
  const shown = telling(subject);
  const surprising = shown.filter(([name]) => subject.values[name] !== subject.activation.parameters[name]?.default);
  const titles = [titleWith(subject, shown), titleWith(subject, surprising), subject.activation.name];
  const title = titles.find((candidate) => candidate.length + 1 + rest.length <= longestAnswer) ?? subject.activation.name;
  return { title, rest };
}

/** What the function is here; of several forms only that there are several, of values that it cannot have only that. */
function restOf(subject: Subject): string {
  const { activation, values, usage, framework, symbol } = subject;
  const outside = outsideDomain(activation, values);
  if (outside === undefined) return openForms(subject).length > 0 ? 'has several forms under this name.' : activation.answer(values);
  const then = symbol?.arguments.find(({ parameter }) => parameter === outside.parameter)?.outside;
  const isCertain = usage.parameters.every(({ source }) => source !== 'unknown');
  return `needs ${outside.needs}${framework && then && isCertain ? `; ${framework.name} ${then}` : ''}.`;
}

/** The name with the parameters that are telling, for lists: `LeakyReLU 0.2`. */
export function titleOf(usage: Usage): string {
  const subject = recognise(usage);
  return subject === undefined ? usage.activation : titleWith(subject, telling(subject));
}

/** The parameters whose value is not plain from the name alone. */
function telling(recognised: Recognised): [string, Parameter][] {
  const { activation, values, usage } = recognised;
  const symbol = madeAs(recognised);
  const open = openForms({ activation, usage });
  return Object.entries(activation.parameters).filter(([name, parameter]) => {
    if (open.includes(name)) return false;
    const source = usage.parameters.find((candidate) => candidate.name === name)?.source ?? 'default';
    const settable = symbol?.arguments.some((argument) => argument.parameter === name) === true;
    return source !== 'default' || settable || symbol?.defaults?.[name] !== undefined || values[name] !== parameter.default;
  });
}

function titleWith({ activation, values }: Recognised, shown: readonly [string, Parameter][]): string {
  const [only, ...others] = shown;
  if (!only) return activation.name;
  // Alone a number says which one it is only where there is no other.
  if (others.length === 0 && Object.keys(activation.parameters).length === 1) return `${activation.name} ${formatParameter(values[only[0]])}`;
  return `${activation.name} ${shown.map(([name, { symbol }]) => `${symbol} = ${formatParameter(values[name])}`).join(', ')}`;
}

/** A parameter's value as a person reads it; choices lose the underscores of their spelling. */
export function formatParameter(value: ParameterValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'number' ? formatNumber(value, 6) : value.replace(/_/g, ' ');
}
