/** Several fixes at once. */
import type { Edit } from '../documents/edit';
import type { ShownFinding } from './check';

interface FixesTogether {
  readonly edits: readonly Edit[];
  readonly fixed: readonly ShownFinding[];
}

/**
 * The edits of as many fixes as go together, in their order. A fix that would change what another one changes is left for
 * the next time; what two of them add alike, such as an import, is added once.
 */
export function fixesTogether(findings: readonly ShownFinding[]): FixesTogether {
  const edits: Edit[] = [];
  const fixed: ShownFinding[] = [];
  for (const finding of findings) {
    const wanted = finding.fix?.edits ?? [];
    const fresh = wanted.filter((edit) => !edits.some((taken) => isSame(taken, edit)));
    if (wanted.length === 0 || fresh.some((edit) => edits.some((taken) => collide(taken, edit)))) continue;
    edits.push(...fresh);
    fixed.push(finding);
  }
  return { edits, fixed };
}

function isSame(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.newText === b.newText;
}

/** What only touches does not collide. */
function collide({ span: a }: Edit, { span: b }: Edit): boolean {
  return a.start < b.end && b.start < a.end;
}
