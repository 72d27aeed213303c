/** Modules and objects in which the name of an activation means something else. */
import { Kind, type Node } from '../python/syntax';
import type { Reading } from './reading';

/** What a program was started with is named by what it switches: `tf.app.flags.FLAGS.sigmoid`. */
const settings = /(^|\.)(flags|FLAGS|args|config)\./;
/** The classes in a module of losses are named after what they are computed with: `losses.Softplus`. */
const ofErrors = /(^|\.)\w*(loss(es)?|criteri\w+|metrics?)\.[A-Z]\w+$/;
/** A spiking neuron steps; what stands in for it is only its derivative: `surrogate.Sigmoid(alpha=4.)`. */
const ofSpikes = /(^|\.)surrogates?(_\w+)?\./;

export function isOfSettings(path: string): boolean {
  return settings.test(path);
}

/** What is imported by its name from a module within a package `config` is no setting: `from config.utils import swish`. */
export function meansOther({ tree }: Reading, node: Node, path: string): boolean {
  const owned = tree.kind(node) === Kind.Name ? path.split('.').slice(-2).join('.') : path;
  return ofErrors.test(path) || ofSpikes.test(path) || isOfSettings(owned);
}
