/** What a text in Python code names in a module, `nn.GELU`: of the library that the file has under that name, where it has one. */
import { findConventions, findSymbol, frameworkOfRoot, type Found } from '../frameworks/lookup';
import { importedName, joined } from '../python/qualifiedNames';
import type { Node } from '../python/syntax';
import { namedInShort } from './configuration/meanings';
import type { Reading } from './reading';

export function namedInModule(reading: Reading, text: string, at: Node): Found | undefined {
  const [, module = '', name] = /^(\w+)\.(\w+)(?:\(\))?$/.exec(text) ?? [];
  if (name === undefined) return undefined;
  const imported = importedAs(reading, module, at);
  return imported === undefined ? customary(reading, module, name) ?? namedInShort(text) : findSymbol(joined(imported, [name]));
}

/** What of a known library the file imports under a name. */
function importedAs({ tree, names }: Reading, module: string, at: Node): string | undefined {
  const binding = names.bindingOf(module, at);
  const imported = binding?.role === 'import' ? importedName(tree, binding.node) : '';
  return frameworkOfRoot(imported.split('.', 1)[0] ?? '') && imported;
}

/** What the users of its only library that has customary names call so. */
function customary({ scope }: Reading, module: string, name: string): Found | undefined {
  const [only, other] = findConventions(module).filter(({ framework }) => scope.includes(framework));
  return only === undefined || other !== undefined ? undefined : findSymbol(joined(only.module, [name]));
}
