/** What attributes of other objects than `self` are given, anywhere in a text: `layer.act = nn.SiLU()`. */
import { nameOf, topStatementOf } from '../../python/parts';
import { Kind, NONE, type Node, type SyntaxTree } from '../../python/syntax';
import type { Given } from './attributes';
import { classOfSelf } from './classOfSelf';
import type { Noted } from '../locals/locals';
import type { GivenAttribute } from '../locals/portion';
import type { Reading } from '../reading';
import { settings } from '../tellingNames';
import { boundBy } from './targets';

/** What is given anywhere to an attribute of a name, `self`'s among it. */
export type GivenAnywhere = ReadonlyMap<string, readonly (readonly [Noted, GivenAttribute])[]>;

export function givenAnywhere({ tree, locals }: Reading): GivenAnywhere {
  const found = new Map<string, [Noted, GivenAttribute][]>();
  for (const noted of locals.noted.values()) {
    for (const [name, given] of attributesIn(tree, noted)) {
      const known = found.get(name) ?? [];
      for (const each of given) known.push([noted, each]);
      found.set(name, known);
    }
  }
  return found;
}

export function givenToOthers(reading: Reading, anywhere: GivenAnywhere, name: string): Given[] {
  const others = anywhere.get(name)?.filter(([noted, given]) => isOfOther(reading, noted, given)) ?? [];
  return others.map(([{ first }, { target, value }]) => {
    const object = reading.tree.textOf(reading.tree.firstChild(first + target));
    return { value: value === undefined ? NONE : first + value, isField: false, isSetting: settings.test(object) };
  });
}

/** The names of all that one statement gives so, each as often as it does, with the text of what it gives it to. */
export function namesGivenToOthers(reading: Reading, noted: Noted): { readonly name: string; readonly object: string }[] {
  const { tree } = reading;
  const objectOf = ({ target }: GivenAttribute): string => tree.textOf(tree.firstChild(noted.first + target));
  return [...attributesIn(tree, noted)].flatMap(([name, given]) => given.filter((each) => isOfOther(reading, noted, each)).map((each) => ({ name, object: objectOf(each) })));
}

/** What the statement itself says, so that it is found out once for all versions of the text. */
function isOfOther(reading: Reading, { first }: Noted, given: GivenAttribute): boolean {
  return (given.isOfOther ??= !isOfSelf(reading, reading.tree.firstChild(first + given.target)));
}

/** Whether a name is the `self` of a method around it; one that another statement makes a name of the module by `global` is not. */
function isOfSelf(reading: Reading, receiver: Node): boolean {
  const owner = classOfSelf(reading, receiver);
  return owner !== NONE && topStatementOf(reading.tree, owner) === topStatementOf(reading.tree, receiver);
}

function attributesIn(tree: SyntaxTree, { first, portion }: Noted): ReadonlyMap<string, readonly GivenAttribute[]> {
  return (portion.attributes ??= readAttributes(tree, first, portion.bindings));
}

function readAttributes(tree: SyntaxTree, first: number, bindings: readonly number[]): ReadonlyMap<string, readonly GivenAttribute[]> {
  const found = new Map<string, GivenAttribute[]>();
  for (const { target, value } of bindings.flatMap((binding) => boundBy(tree, first + binding))) {
    if (tree.kind(target) !== Kind.Attribute) continue;
    const given = { target: target - first, value: value === NONE ? undefined : value - first, isOfOther: undefined };
    const known = found.get(nameOf(tree, target));
    if (known) known.push(given);
    else found.set(nameOf(tree, target), [given]);
  }
  return found;
}
