/** Where one file uses the same activation of two libraries, as code that ports a model does, and leaves to each its default. */
import { callArguments, calleeOf } from '../python/parts';
import { Kind, NONE, type Node } from '../python/syntax';
import type { Usage } from '../usages/usage';
import type { RuleFile } from './rule';

export interface Pair {
  readonly usage: Usage;
  /** One of another library, or of another name, whose function is another. */
  readonly other: Usage;
}

/**
 * Each usage that takes its form from a default, with the first of another name that has another form. `formOf` says by what
 * they are compared; undefined where that is not known.
 */
export function defaultsThatDiffer<T>(file: RuleFile, formOf: (usage: Usage) => T | undefined, isDefault: (usage: Usage) => boolean): readonly Pair[] {
  if (isTest(file)) return [];
  const known = file.usages.filter((usage) => usage.certainty === 'resolved' && formOf(usage) !== undefined);
  return known.flatMap((usage) => {
    const other = known.find((candidate) => candidate.symbol !== usage.symbol && formOf(candidate) !== formOf(usage));
    return other && isDefault(usage) ? [{ usage, other }] : [];
  });
}

export function isOfTwoLibraries({ usage, other }: Pair): boolean {
  return library(usage) !== library(other);
}

/** A test that compares two libraries fails by itself where they differ, or means to. */
function isTest({ text, names: { importedRoots } }: RuleFile): boolean {
  if (importedRoots.has('pytest') || importedRoots.has('unittest')) return true;
  // Of absl, programs use the flags.
  if (importedRoots.has('absl') && /absl\.testing|absltest/.test(text)) return true;
  return text.includes('def test_') && /^\s*def test_/m.test(text);
}

/** What computes it: libraries of layers are built on another. */
const builtOn: Readonly<Record<string, string>> = {
  flax: 'jax', 'tf-keras': 'keras', tensorflow: 'keras',
  pyg: 'pytorch', timm: 'pytorch', mmcv: 'pytorch', monai: 'pytorch', fairseq: 'pytorch', transformers: 'pytorch', diffusers: 'pytorch', megatron: 'pytorch', xformers: 'pytorch',
};

export function library({ framework }: Usage): string {
  return Object.hasOwn(builtOn, framework) ? builtOn[framework] ?? framework : framework;
}

/** The call that an activation is named in; `NONE` where it is only passed on. */
export function callOf(file: RuleFile, usage: Usage): Node {
  const name = file.nodeOf(usage);
  const call = name === NONE ? NONE : file.tree.parent(name);
  return call !== NONE && file.tree.kind(call) === Kind.Call && calleeOf(file.tree, call) === name ? call : NONE;
}

/** Whether a call may pass an argument, by its name, by a place behind the tensor, or with a star. */
export function mayPass(file: RuleFile, usage: Usage, argument: string): boolean {
  const call = callOf(file, usage);
  if (call === NONE) return false;
  const written = callArguments(file.tree, call);
  const places = written.filter(({ keyword, stars }) => keyword === undefined && stars === 0).length;
  return written.some(({ keyword, stars }) => stars > 0 || keyword === argument) || places > (usage.form === 'module' ? 0 : 1);
}
