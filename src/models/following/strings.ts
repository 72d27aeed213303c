import { findFramework } from '../../frameworks/catalogue';
import { findString } from '../../frameworks/lookup';

/** The activation that a string means to a layer of Keras. */
export function findSymbolOfString(text: string): string | undefined {
  const keras = findFramework('keras');
  return keras && findString(keras, text)?.activation;
}
