/** The directory of a ZIP file, which a VSIX is. */

const entrySignature = 0x02014b50;
const endSignature = 0x06054b50;

/**
 * The files in a ZIP file with their sizes, from its central directory (APPNOTE.TXT 4.3.12 and 4.3.16).
 *
 * @param {Buffer} zip
 * @returns {{ name: string, size: number, packed: number }[]}
 */
export function filesInZip(zip) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== endSignature) throw new Error('This is no ZIP file.');
  const count = zip.readUInt16LE(end + 10);
  const files = [];
  for (let at = zip.readUInt32LE(end + 16); files.length < count;) {
    if (zip.readUInt32LE(at) !== entrySignature) throw new Error('The directory of this ZIP file is broken.');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    files.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}
