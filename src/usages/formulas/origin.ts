/** To which library a formula belongs: the one whose functions it calls. */
import { findFramework, frameworks } from '../../frameworks/catalogue';
import type { Framework } from '../../frameworks/framework';
import { plainPython } from '../../frameworks/ofAnyone';
import type { Names } from '../../python/names';
import type { Reading } from '../reading';

/** Packages whose arrays formulas are written for and that know no activation of their own. */
const arrayPackages: ReadonlySet<string> = new Set(['numpy', 'scipy', 'cupy', 'autograd']);

/** Libraries of arrays and of statistics, whose users write logistic curves that are of no network. */
export const sciences: ReadonlySet<string> = new Set(['numpy', 'scipy', 'cupy', 'sklearn']);

/** Whether a file without a framework may hold formulas all the same: `from common.np import *` is a module of the project that hands NumPy on, or what computes as it does. */
export function importsArrays({ importedRoots, starImports }: Pick<Names, 'importedRoots' | 'starImports'>): boolean {
  return starImports.some((module) => /(^|\.)(np|xp)$/.test(module)) || importedRoots.has('math') || importedRoots.has('sympy') || importsArrayPackage(importedRoots);
}

function importsArrayPackage(importedRoots: ReadonlySet<string>): boolean {
  return [...arrayPackages].some((name) => importedRoots.has(name));
}

export function frameworkOf(reading: Reading, packages: ReadonlySet<string>): string {
  for (const name of packages) {
    const framework = frameworks.find(({ roots }) => roots.includes(name));
    if (framework) return framework.id;
  }
  for (const name of packages) if (arrayPackages.has(name)) return name === 'cupy' ? 'cupy' : 'numpy';
  if (packages.has('math')) return 'python';
  const first = reading.scope.find(({ tensor }) => tensor !== undefined) ?? reading.scope.find(({ id }) => id !== 'others' && !sciences.has(id)) ?? reading.scope.find(({ id }) => id !== 'others');
  if (first) return first.id;
  return importsArrayPackage(reading.names.importedRoots) ? 'numpy' : 'python';
}

/** As a framework that has no names of its own: what is of plain numbers belongs to no library. */
export function originOf(reading: Reading, packages: ReadonlySet<string>): Framework {
  return findFramework(frameworkOf(reading, packages)) ?? plainPython;
}
