/** The use that an edit changes: a later call (`self.elu(x)`) where its layer is made. */
import * as vscode from 'vscode';
import { findActivation } from '../activations/catalogue';
import { makerOf } from '../usages/maker';
import type { FoundUsage } from './origin';
import { lineIn } from './place';
import { cellIndexOf } from './source';

/** Undefined where the file does not say for certain. */
export function makerIn({ analysis, usage }: FoundUsage): FoundUsage | undefined {
  const maker = makerOf(analysis.reading, analysis.usages, usage);
  return maker && { analysis, usage: maker };
}

/** `line 12`, where that is not the line of the use itself. */
export function madeAt(found: FoundUsage): string | undefined {
  const maker = makerIn(found);
  const location = maker === undefined || maker.usage === found.usage ? undefined : maker.analysis.locationOf(maker.usage.span);
  return location && lineIn({ cell: cellIndexOf(location.document), line: location.range.start.line });
}

/** `ELU`, and for what is made elsewhere `ELU (line 12)`. */
export function nameAt(found: FoundUsage): string {
  const [name, line] = [nameOf(found.usage.activation), madeAt(found)];
  return line === undefined ? name : vscode.l10n.t('{0} ({1})', name, line);
}

export function madeUnknown({ usage }: FoundUsage): string {
  return vscode.l10n.t('It is not certain which line makes this {0}.', nameOf(usage.activation));
}

function nameOf(activation: string): string {
  return findActivation(activation)?.name ?? activation;
}
