/** Which frameworks a text is written for. */
import { frameworks } from './catalogue';
import type { Framework } from './framework';
import { findConventions } from './lookup';

/** What a text says of frameworks beside its imports: all that its lines say, each by itself. */
export interface Said {
  /** Names that nobody else writes, and folders that many projects have. */
  readonly signs: ReadonlySet<string>;
  /** What something is asked of, with the dots beside it (`nn.`, `.functional.`); undefined where nobody wants to know. */
  readonly asked: ReadonlySet<string> | undefined;
}

const roots = frameworks.map((framework) => ({ framework, names: framework.roots.map((root) => root.split('.', 1)[0]!) }));
const signs = [...new Set(frameworks.flatMap(({ signs: own = [], roots: all }) => [...own, ...all.filter((root) => root.includes('.'))]))];
const rootWithDot = new RegExp(`(?:${[...new Set(roots.flatMap(({ names }) => names))].join('|')})\\.`, 'g');

/** Where a star import brings what is not seen, what a text asks counts too. */
export function saidBy(text: string, hasStars: boolean): Said {
  return { signs: new Set(signs.filter((sign) => text.includes(sign))), asked: hasStars ? askedIn(text) : undefined };
}

/**
 * The frameworks that imports bring in scope, or names in the text that nobody else writes. Where a star import brings what is not
 * seen, a package that the text asks for something counts as imported: `torch.nn`, `tf.nn`.
 */
export function frameworksInScope(importedRoots: ReadonlySet<string>, said: Said): Framework[] {
  // All that is looked for in it, and far shorter than the text.
  const asked = said.asked && [...said.asked].join(' ');
  const packages = asked === undefined ? noPackages : packagesAskedIn(asked);
  // A folder that many projects have, `utils`, is a library's only where the text has the module in it that the library has.
  const isThere = (root: string, name = ''): boolean => (importedRoots.has(name) && (root === name || said.signs.has(root))) || packages.has(name);
  const isSigned = ({ signs: own = [] }: Framework): boolean => own.some((sign) => said.signs.has(sign));
  const isUsed = ({ framework, names }: (typeof roots)[number]): boolean => framework.roots.some((root, place) => isThere(root, names[place]))
    || (asked !== undefined && isAskedFor(framework, asked)) || isSigned(framework);
  const scope = roots.filter(isUsed).map(({ framework }) => framework);
  return isOfLearning(scope) ? scope : scope.filter(({ isAccessory }) => isAccessory !== true);
}

/** Whether any of them is used for nothing else. */
export function isOfLearning(scope: readonly Framework[]): boolean {
  return scope.some(({ isAccessory, isOfScience }) => isAccessory !== true && isOfScience !== true);
}

const noPackages: ReadonlySet<string> = new Set();

function askedIn(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    let start = dot;
    while (start > 0 && isOfName(text.charCodeAt(start - 1))) start--;
    if (start < dot) found.add(text.slice(text[start - 1] === '.' ? start - 1 : start, dot + 1));
  }
  return found;
}

/** As `\w` has it. */
function isOfName(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
}

/** The roots of frameworks that a text has with a dot behind; one may be the end of another: `keras` of `tf_keras`. */
function packagesAskedIn(asked: string): ReadonlySet<string> {
  const longest = new Set(Array.from(asked.matchAll(rootWithDot), ([name]) => name.slice(0, -1)));
  const all = roots.flatMap(({ names }) => names);
  return new Set(all.filter((name) => longest.has(name) || [...longest].some((other) => other.endsWith(name))));
}

/** Whether a text asks something of the name that its users import it by, where no other framework is imported so. */
function isAskedFor({ conventions = {} }: Framework, asked: string): boolean {
  return Object.keys(conventions).some((name) => findConventions(name).length === 1 && new RegExp(`(?<![\\w.])${name}\\.`).test(asked));
}

/** Whether a package is one of a framework's. */
export function isFrameworkRoot(name: string): boolean {
  return roots.some(({ framework }) => framework.roots.includes(name));
}
