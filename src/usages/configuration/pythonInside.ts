/** Python in a string of a configuration, which a program evaluates: `policy_kwargs: "dict(activation_fn=nn.ReLU)"`, `act: nn.LeakyReLU(0.1)`. */
import { namesOf } from '../../python/names';
import { parse } from '../../python/parse';
import { findUsages } from '../findUsages';
import type { Span, Usage } from '../usage';
import type { Scalar } from './values';

/** What such strings are evaluated with. */
const customary: Readonly<Record<string, string>> = { nn: 'torch.nn', th: 'torch', torch: 'torch', tf: 'tensorflow', keras: 'keras' };

/** A call that passes something, since what passes nothing is read as the name alone, and a function that is written out. */
const evaluated = /^\s*(?:(?:dict|(?:torch\.)?nn\.[A-Za-z]\w*|(?:tf\.)?keras\.[\w.]+)\(\s*[^\s)][^]*\)|lambda \w+ ?:[^\n]*)\s*$/;

/** An expression as MONAI's bundles write it, with something of a library: `$torch.nn.Sigmoid()`. */
const expression = /^\$.*\b(?:torch|nn|functional)\.\w/;

export function findInPython(text: string, { value, content }: Scalar): Usage[] {
  if (typeof value !== 'string') return [];
  // What reads the file may be told by a sign that it is Python.
  const start = content.start + (/^!(?=lambda)|^\$/.test(value) ? 1 : 0);
  const written = text.slice(start, content.end);
  // MONAI refers to what stands elsewhere by signs that Python does not have.
  const code = expression.test(value) ? written.replace(/[@#]/g, '_') : evaluated.test(written) ? written : '';
  if (code === '') return [];
  const tree = parse(code);
  const modules = Object.fromEntries(Object.entries(customary).filter(([name]) => code.includes(`${name}.`)));
  return findUsages(tree, namesOf(tree, { modules, stars: [] })).map((usage) => movedBy(start, usage));
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
