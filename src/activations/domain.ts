/** Which values of its parameters a function is defined for: what is said of it holds for these alone. */
import type { Activation, Domain, ParameterValue, ParameterValues } from './activation';

/** A value that makes another function of it, or none. */
interface Outside {
  /** The parameter's name. */
  readonly parameter: string;
  /** What would hold of it: `λ ≥ 0`. */
  readonly needs: string;
}

/** The first parameter that is outside its domain, where one is. */
export function outsideDomain({ parameters }: Pick<Activation, 'parameters'>, values: ParameterValues): Outside | undefined {
  const valueOf = (name: string): ParameterValue | undefined => values[name] ?? parameters[name]?.default;
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = valueOf(name);
    if (parameter.kind !== 'number' || parameter.domain === undefined || typeof value !== 'number') continue;
    const { sign, bound } = boundOf(parameter.domain);
    const [limit, written] = typeof bound === 'number' ? [bound, String(bound)] : [valueOf(bound), parameters[bound]?.symbol ?? bound];
    if (typeof limit === 'number' && !compared[sign](value, limit)) return { parameter: name, needs: `${parameter.symbol} ${sign} ${written}` };
  }
  return undefined;
}

/** What follows the name in a hover's first line: what the function is with these values, or what it would need. */
export function answerAt(activation: Activation, values: ParameterValues): string {
  const outside = outsideDomain(activation, values);
  return outside === undefined ? activation.answer(values) : `needs ${outside.needs}.`;
}

const compared = {
  '>': (value: number, limit: number) => value > limit,
  '≥': (value: number, limit: number) => value >= limit,
  '≠': (value: number, limit: number) => value !== limit,
} as const;

interface Bound {
  readonly sign: keyof typeof compared;
  /** A number, or the name of another parameter. */
  readonly bound: number | string;
}

function boundOf(domain: Domain): Bound {
  switch (domain) {
    case 'positive': return { sign: '>', bound: 0 };
    case 'non-negative': return { sign: '≥', bound: 0 };
    case 'non-zero': return { sign: '≠', bound: 0 };
    default: return 'above' in domain ? { sign: '>', bound: domain.above } : { sign: '≥', bound: domain.from };
  }
}
