/** The frameworks that a text imports, or that it says it is of. */
import { findFramework } from '../frameworks/catalogue';
import type { Framework } from '../frameworks/framework';
import { findConventions } from '../frameworks/lookup';
import { frameworksInScope, isFrameworkRoot, isOfLearning, saidBy, type Said } from '../frameworks/scope';
import type { Names } from '../python/names';
import { isNeural, isOfGradients } from './formulas/neural';
import { importsArrays } from './formulas/origin';
import { frameworksOfSettings, isSettingsOnly, setsActivation } from './settingsOnly';
import { rootTried } from './triedModules';

export interface Scope {
  readonly frameworks: readonly Framework[];
  readonly said: Said;
  /** Whether the imports and what is said tell it, and no other word of the text matters. */
  readonly isTold: boolean;
}

export function scopeOf(text: string, names: Names): readonly Framework[] {
  return readScope(text, names).frameworks;
}

export function readScope(text: string, names: Names, said = saidBy(text, hasUnseen(names))): Scope {
  const { importedRoots, starImports, relativeNames, namesAskedOf } = names;
  const handedOn = [...[...relativeNames].flatMap(rootHandedOn), ...packagesHandedOn(namesAskedOf)];
  const roots = handedOn.length === 0 ? importedRoots : new Set([...importedRoots, ...handedOn]);
  const imported = frameworksInScope(roots, said);
  const scope = relativeNames.has('backend') ? [...imported, ...unnamed()] : imported;
  // What scikit-learn is imported for may be its data and measures alone, beside a network of the project's own.
  const isTold = isOfLearning(scope.filter(({ id }) => id !== 'sklearn')) && [...roots].some(isFrameworkRoot);
  if (isTold) return { frameworks: scope, said, isTold };
  const further = (): readonly Framework[] => {
    if (importsArrays({ importedRoots: roots, starImports }) && isNeural(text)) return [...scope, ...arraysAmong(roots), ...unnamed()];
    if (starImports.length === 0 && isSettingsOnly(text)) return [...new Set([...scope, ...frameworksOfSettings()])];
    return (roots.size + relativeNames.size + starImports.length > 0 && isNeural(text)) || isOfGradients(text) || setsActivation(text) ? [...scope, ...unnamed()] : scope;
  };
  return { frameworks: further(), said, isTold };
}

/** Whether star imports bring names that nobody here knows. */
export function hasUnseen({ starImports }: Names): boolean {
  return starImports.some(isUnseen);
}

/** Libraries of arrays, where all that a network is made of is written by hand. */
function arraysAmong(roots: ReadonlySet<string>): readonly Framework[] {
  return ['numpy', 'cupy'].flatMap((id) => (roots.has(id) ? findFramework(id) ?? [] : []));
}

/** What is said of a library that is not told: a project's own `backend` stands for one of several. */
function unnamed(): readonly Framework[] {
  const others = findFramework('others');
  return others ? [others] : [];
}

/** The packages of frameworks that a package of none hands on as a whole: `from project.backend import tf, keras`. */
function packagesHandedOn(asked: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const ofProjects = [...asked].flatMap(([root, names]) => (isFrameworkRoot(root) ? [] : [...names]));
  return ofProjects.flatMap((name) => rootHandedOn(name).filter((root) => root === name || root === rootTried(name) || root === findConventions(name)[0]?.module));
}

/** The package that a module of the project hands on, by its name or what everyone shortens it to: `from ..backend import tf`. */
function rootHandedOn(name: string): string[] {
  const tried = rootTried(name);
  if (tried !== undefined || isFrameworkRoot(name)) return [tried ?? name];
  const [convention, other] = findConventions(name);
  const isShort = convention !== undefined && other === undefined && !`.${convention.module}`.endsWith(`.${name}`);
  return isShort ? convention.module.split('.', 1) : [];
}

/** Whether a star import brings names that nobody here knows: those of a module of the project. */
function isUnseen(module: string): boolean {
  return module.startsWith('.') || !isFrameworkRoot(module.split('.', 1)[0] ?? '');
}
