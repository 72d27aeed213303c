import type { Context } from '../models/facts';

/** What decides in which precision PyTorch computes: the innermost `with torch.autocast(…)`. */
export function autocastAround(contexts: readonly Context[]): Context | undefined {
  return contexts.filter(({ name }) => /^torch\.(.*\.)?autocast$/.test(name)).at(-1);
}
