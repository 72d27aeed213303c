/**
 * Findings that do not flicker while a person types. As long as the text has more faults of syntax than before, lines that
 * were not touched keep what was last found in them, and only the touched ones say what is found now.
 */
import type { Edit } from '../documents/edit';
import { Kind, type SyntaxTree } from '../python/syntax';
import type { Span } from '../usages/usage';
import type { ShownFinding } from './check';
import type { Fix } from './rule';

/** What was found in one state of a text. */
export interface Reading {
  readonly text: string;
  /** Faults of syntax, as `errorsIn` counts them. */
  readonly errors: number;
  readonly findings: readonly ShownFinding[];
}

export interface Steady {
  /** The last reading that had no more faults of syntax than the one before it. */
  readonly sound: Reading;
  /** What is to be shown now. */
  readonly findings: readonly ShownFinding[];
}

export function steadied(before: Steady | undefined, now: Reading): Steady {
  if (before === undefined || now.errors <= before.sound.errors) return { sound: now, findings: now.findings };
  const { sound } = before;
  const touched = touchedLines(sound.text, now.text);
  const kept = sound.findings.flatMap((finding) => keptFinding(touched, finding));
  const fresh = now.findings.filter(({ span }) => span.end > touched.start && span.start < touched.newEnd);
  return { sound, findings: [...kept, ...fresh].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end) };
}

/** What is wrong, missing, or left open in a text. */
export function errorsIn(tree: SyntaxTree): number {
  let errors = 0;
  for (let node = 1; node <= tree.root; node++) {
    const kind = tree.kind(node);
    if (kind === Kind.Error || kind === Kind.Missing || isLeftOpen(tree, kind, tree.end(node) - 1)) errors++;
  }
  return errors;
}

/** The reader closes what is open by itself, so that the last character tells. */
function isLeftOpen(tree: SyntaxTree, kind: Kind, last: number): boolean {
  switch (kind) {
    case Kind.Call: return tree.text[last] !== ')';
    case Kind.List:
    case Kind.Subscript: return tree.text[last] !== ']';
    case Kind.Set:
    case Kind.Dict: return tree.text[last] !== '}';
    case Kind.String: return tree.text[last] !== '"' && tree.text[last] !== "'";
    default: return false;
  }
}

/** The lines in which two texts differ: both begin at `start`. */
interface Touched {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

function touchedLines(old: string, now: string): Touched {
  const shortest = Math.min(old.length, now.length);
  let same = 0;
  while (same < shortest && old[same] === now[same]) same++;
  const start = same === 0 ? 0 : old.lastIndexOf('\n', same - 1) + 1;
  let behind = 0;
  while (behind < shortest - start && old[old.length - 1 - behind] === now[now.length - 1 - behind]) behind++;
  const [oldEnd, newEnd] = [old.length - behind, now.length - behind];
  if (isLineStart(old, oldEnd) && isLineStart(now, newEnd)) return { start, oldEnd, newEnd };
  const next = old.indexOf('\n', oldEnd);
  const rest = next < 0 ? behind : next + 1 - oldEnd;
  return { start, oldEnd: oldEnd + rest, newEnd: newEnd + rest };
}

function isLineStart(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n';
}

function keptFinding(touched: Touched, finding: ShownFinding): ShownFinding[] {
  const span = moved(touched, finding.span);
  if (span === undefined) return [];
  const related = finding.related.flatMap(({ span: other, message }) => {
    const place = moved(touched, other);
    return place === undefined ? [] : [{ span: place, message }];
  });
  return [{ ...finding, span, related, fix: finding.fix && movedFix(touched, finding.fix) }];
}

/** Where untouched text stands now; undefined for what was touched. */
function moved({ start, oldEnd, newEnd }: Touched, span: Span): Span | undefined {
  if (span.end <= start) return span;
  if (span.start < oldEnd) return undefined;
  return { start: span.start - oldEnd + newEnd, end: span.end - oldEnd + newEnd };
}

function movedFix(touched: Touched, { title, edits }: Fix): Fix | null {
  const all = edits.flatMap(({ span, newText }): Edit[] => {
    const place = moved(touched, span);
    return place === undefined ? [] : [{ span: place, newText }];
  });
  return all.length === edits.length ? { title, edits: all } : null;
}
