/** Passes by the files of Python that hold nothing to tell, as most files of most projects do, without making text of them. */
import { isUtf8 } from 'node:buffer';
import { encodingOf } from '../documents/decode';
import { maximumLength } from '../documents/document';

/** Only of what would certainly be read without an error. */
export async function saysNothing(bytes: Uint8Array, path: string): Promise<boolean> {
  if (isNotebook(path) || bytes.length > maximumLength || !isPlainUtf8(bytes)) return false;
  const { mayMatter } = await import('../usages/prefilter');
  return !mayMatter(bytes);
}

/** A notebook may be broken, and writes letters in more than one way. */
const isNotebook = (path: string): boolean => path.toLowerCase().endsWith('.ipynb');

function isPlainUtf8(bytes: Uint8Array): boolean {
  const { encoding, mark } = encodingOf(bytes);
  return encoding === 'utf-8' && mark.length === 0 && !bytes.includes(0) && isUtf8(bytes);
}
