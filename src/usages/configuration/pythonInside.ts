/** Python in a string of a configuration, which a program evaluates: `policy_kwargs: "dict(activation_fn=nn.ReLU)"`, `act: nn.LeakyReLU(0.1)`. */
import { namesOf } from '../../python/names';
import { parse } from '../../python/parse';
import { findUsages } from '../findUsages';
import type { Span, Usage } from '../usage';
import type { Scalar } from './values';

/** What such strings are evaluated with. */
const customary: Readonly<Record<string, string>> = { nn: 'torch.nn', th: 'torch', torch: 'torch', tf: 'tensorflow', keras: 'keras' };

/** A call that passes something; what passes nothing is read as the name alone. */
const evaluated = /^\s*(?:dict|(?:torch\.)?nn\.[A-Za-z]\w*|(?:tf\.)?keras\.[\w.]+)\(\s*[^\s)][^]*\)\s*$/;

export function findInPython(text: string, { value, content }: Scalar): Usage[] {
  if (typeof value !== 'string' || !evaluated.test(value)) return [];
  const code = text.slice(content.start, content.end);
  const tree = parse(code);
  const modules = Object.fromEntries(Object.entries(customary).filter(([name]) => code.includes(`${name}.`)));
  return findUsages(tree, namesOf(tree, { modules, stars: [] })).map((usage) => movedBy(content.start, usage));
}

function movedBy(start: number, usage: Usage): Usage {
  const moved = (span: Span): Span => ({ start: span.start + start, end: span.end + start });
  return {
    ...usage,
    form: 'configuration',
    certainty: 'inferred',
    span: moved(usage.span),
    expression: moved(usage.expression),
    parameters: usage.parameters.map((parameter) => (parameter.span ? { ...parameter, span: moved(parameter.span) } : parameter)),
  };
}
