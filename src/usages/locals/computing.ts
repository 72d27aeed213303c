/** By what names and signs a definition may compute an activation of its own. */
import { isKnownName } from '../../frameworks/lookup';
import { Operator } from '../../python/syntax';
import { eitherOf } from '../eitherOf';

export const ordering: readonly (Operator | undefined)[] = [Operator.Less, Operator.LessEqual, Operator.Greater, Operator.GreaterEqual];
/** Of functions of arrays, and of what people call activations of their own. */
const computing = eitherOf(
  /sigm|(^|_)act(_|s?$)|tanh|elu|glu|swish|silu|mish|soft|hard|activation/i,
  /exp(m1|2|it)?_?$|erfc?_?$|sqrt_?$|max(imum)?_?$|min(imum)?_?$|where|clamp|clip|abs(olute)?_?$|sinh?_?$|^a(rc)?tan_?$|^apply$/,
);

export function mayCompute(name: string): boolean {
  return isKnownName(name) || computing.test(name);
}

