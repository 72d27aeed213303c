/** Finds every use of an activation in a file that was read. */
import type { Framework } from '../frameworks/framework';
import { namesOf, type Names } from '../python/names';
import { Kind, type Node, type SyntaxTree } from '../python/syntax';
import { findFlags } from './strings/flags';
import { findOverrides } from './strings/overrides';
import { findFormulas } from './formulas/findFormulas';
import { importsArrays } from './formulas/origin';
import { findIdleFunction, findIdleLambda } from './identities';
import { findHeldArgument, findHeldByPosition, findHeldInRow, findInstanceCall, findLookup } from './holding/instances';
import { localsOf } from './locals/locals';
import { findMethodCall } from './methods';
import type { Reading } from './reading';
import { findReference } from './references';
import { scopeOf } from './scope';
import { findStrings } from './strings/findStrings';
import { findSwitchedOn } from './strings/switchedOn';
import { findSwitch } from './switches';
import type { Usage } from './usage';

/** What every finder looks at. */
export function readingOf(tree: SyntaxTree, names: Names = namesOf(tree), scope = scopeOf(tree.text, names), locals = localsOf(tree)): Reading {
  return { tree, names, scope, locals, variables: new Map(), shared: { open: [], returned: new Map(), choices: new Map() }, entries: new Map() };
}

/** In the order of the text; each place once, though a formula may hold other usages. */
export function findUsages(tree: SyntaxTree, names: Names = namesOf(tree)): Usage[] {
  const scope = scopeOf(tree.text, names);
  if (!mayHoldUsages(scope, names)) return [];
  const reading = readingOf(tree, names, scope);
  const named = usagesWithin(reading, 1, tree.root);
  return inOrder(named, findFormulas(reading));
}

/** Whether a file imports anything that a usage can be of. */
export function mayHoldUsages(scope: readonly Framework[], names: Names): boolean {
  return scope.length > 0 || importsArrays(names);
}

/** What a stretch of nodes says by names, strings and calls; a place may come up more than once. */
export function usagesWithin(reading: Reading, first: Node, last: Node): Usage[] {
  const found: Usage[] = [];
  for (let node = first; node <= last; node++) {
    for (const usage of usagesAt(reading, node)) found.push(usage);
  }
  return found;
}

export function inOrder(named: readonly Usage[], written: readonly Usage[]): Usage[] {
  const byPlace = new Map<number, Usage>();
  for (const usage of named) keepSurest(byPlace, usage);
  const others = written.filter(({ span }) => byPlace.get(span.start)?.span.end !== span.end);
  return [...byPlace.values(), ...others].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

const none: readonly Usage[] = [];

function usagesAt(reading: Reading, node: Node): readonly Usage[] {
  switch (reading.tree.kind(node)) {
    case Kind.Name: {
      const usage = findReference(reading, node) ?? findIdleFunction(reading, node);
      return usage ? [usage] : none;
    }
    case Kind.Attribute: {
      const usage = findReference(reading, node);
      return usage ? [usage] : none;
    }
    case Kind.Call: {
      const usage = findInstanceCall(reading, node) ?? findMethodCall(reading, node);
      return together(usage ? [usage, ...findStrings(reading, node)] : withLookup(reading, node), findHeldByPosition(reading, node));
    }
    case Kind.KeywordArgument: {
      const usage = findSwitch(reading, node) ?? findSwitchedOn(reading, node) ?? findHeldArgument(reading, node);
      return usage ? [usage] : none;
    }
    case Kind.Parameter: {
      const usage = findSwitchedOn(reading, node) ?? findHeldArgument(reading, node);
      return usage ? [usage] : none;
    }
    case Kind.List:
      return together(together(findStrings(reading, node), findHeldInRow(reading, node)), together(findFlags(reading, node), findOverrides(reading, node)));
    case Kind.Lambda: {
      const usage = findIdleLambda(reading, node);
      return together(findStrings(reading, node), usage ? [usage] : none);
    }
    case Kind.Subscript:
      return withLookup(reading, node);
    default:
      return given(reading, node);
  }
}

/** What gives a string a place, and nothing else; a setting may also be on. */
function given(reading: Reading, node: Node): readonly Usage[] {
  const kind = reading.tree.kind(node);
  if (giving[kind] !== 1) return none;
  const usage = kind === Kind.DictEntry || kind === Kind.Assign || kind === Kind.AnnAssign ? findSwitchedOn(reading, node) : undefined;
  return usage ? [usage] : findStrings(reading, node);
}

/** 1 for the kinds that give a string a place. */
const giving = new Uint8Array(Kind.Error + 1);
for (const kind of [Kind.Tuple, Kind.Assign, Kind.AnnAssign, Kind.FunctionDef, Kind.AsyncFunctionDef, Kind.For, Kind.ComprehensionFor, Kind.DictEntry, Kind.Return]) giving[kind] = 1;

function together(one: readonly Usage[], other: readonly Usage[]): readonly Usage[] {
  return other.length === 0 ? one : [...one, ...other];
}

function withLookup(reading: Reading, node: Node): readonly Usage[] {
  const lookup = findLookup(reading, node);
  return lookup ? [lookup, ...findStrings(reading, node)] : findStrings(reading, node);
}

/** A string may be found where it is bound and where it is passed on: what is resolved outdoes what is inferred. */
function keepSurest(byPlace: Map<number, Usage>, usage: Usage): void {
  const other = byPlace.get(usage.span.start);
  if (other === undefined || (other.certainty !== 'resolved' && usage.certainty === 'resolved')) byPlace.set(usage.span.start, usage);
}
