/** Which framework reads a configuration, as its own marks say. */
import { findFramework } from '../../frameworks/catalogue';
import type { Framework } from '../../frameworks/framework';
import { frameworkOfPath } from './meanings';
import { textAt, textOf, valueAt, type Fields } from './values';

export interface Origin {
  readonly framework: Framework | undefined;
  /** False where it is only likely. */
  readonly isCertain: boolean;
}

const kerasModels = new Set(['Sequential', 'Functional', 'Model']);

/** Nothing where these fields do not tell: then what is around them does. */
export function originOf(fields: Fields): Origin | undefined {
  const certain = markedOrigin(fields);
  if (certain !== undefined) return { framework: findFramework(certain), isCertain: true };
  const target = textAt(fields, '_target_') ?? textAt(fields, 'class_path');
  const framework = target === undefined ? undefined : frameworkOfPath(target);
  return framework && { framework, isCertain: false };
}

/** Marks that a library writes into what it saves. */
function markedOrigin(fields: Fields): string | undefined {
  if (textAt(fields, '_diffusers_version') !== undefined || textAt(fields, '_class_name') !== undefined) return 'diffusers';
  if (textAt(fields, 'transformers_version') !== undefined || hasArchitectures(fields)) return 'transformers';
  if (textAt(fields, 'model_type') !== undefined && fields.entries.some(({ key }) => /hidden_act|activation_function|_version$|^(vocab|hidden)_size$/.test(key))) return 'transformers';
  // A node of a graph that MXNet saved.
  if (/^(Activation|LeakyReLU)$/.test(textAt(fields, 'op') ?? '') && ['attrs', 'attr', 'param'].some((key) => valueAt(fields, key)?.kind === 'fields')) return 'mxnet';
  return kerasOrigin(fields);
}

function hasArchitectures(fields: Fields): boolean {
  const architectures = valueAt(fields, 'architectures');
  return architectures?.kind === 'list' && architectures.items.some((item) => /^[A-Z]\w+(Model|For\w+|Head\w*)$/.test(textOf(item) ?? ''));
}

/** Keras 3 names its modules; Keras 2 was TensorFlow's by the time it wrote its version. */
function kerasOrigin(fields: Fields): string | undefined {
  const version = textAt(fields, 'keras_version');
  if (version !== undefined) return version.startsWith('3') ? 'keras' : 'tf-keras';
  const isModel = kerasModels.has(textAt(fields, 'class_name') ?? '') && valueAt(fields, 'config')?.kind === 'fields';
  if (!isModel) return undefined;
  return textAt(fields, 'module')?.startsWith('keras') === true ? 'keras' : 'tf-keras';
}
