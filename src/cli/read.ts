/** The bytes and the text of a file; what cannot be read is a reason, not an exception. */
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { decodeText } from '../documents/decode';
import { maximumLength } from '../documents/document';
import { isFailure, type Failure } from '../documents/failure';

/** A character takes at most four bytes, so that what is longer is certainly too long as text. */
const mostBytes = 4 * maximumLength;
export const tooLarge: Failure = { reason: `The file is larger than ${maximumLength / 1024 / 1024} MB.` };

export async function readText(path: string): Promise<string | Failure> {
  const bytes = await readBytes(path);
  return isFailure(bytes) ? bytes : attempt(() => decodeText(bytes));
}

/** What is no file of known size, such as a pipe, is read as it comes. */
export async function readBytes(path: string, most = mostBytes): Promise<Uint8Array | Failure> {
  const whole = attempt(() => {
    const about = statSync(path);
    if (about.isDirectory()) return { reason: 'It is a folder.' };
    if (about.size > most) return tooLarge;
    return about.isFile() ? readFileSync(path) : undefined;
  });
  return whole ?? readStream(createReadStream(path));
}

/** Stops where a text would be too long: some streams have no end. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | Failure> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += chunk.length;
      if (size > mostBytes) return tooLarge;
      chunks.push(chunk);
    }
  } catch (error) {
    return failureOf(error);
  }
  return Buffer.concat(chunks);
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder.',
  ENOTDIR: 'There is no such file or folder.',
  EACCES: 'Permission to read it is denied.',
  EPERM: 'Permission to read it is denied.',
  EISDIR: 'It is a folder.',
  ELOOP: 'Its symbolic links go in a circle.',
  ENAMETOOLONG: 'The path is too long.',
  ERR_INVALID_ARG_VALUE: 'The path is none.',
};

/** Node's file system throws, and so would a defect of ours: the reason becomes a value here, and the scan goes on. */
export function attempt<T>(read: () => T | Failure): T | Failure {
  try {
    return read();
  } catch (error) {
    return failureOf(error);
  }
}

export function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { reason: reasons[code] ?? `It cannot be read (${code || String(error)}).` };
}
