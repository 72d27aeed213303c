/** To the clipboard: the plot as a picture, the values as a table. */
import type { Theme } from './theme';

/** True once it is there; false where the browser does not allow it. */
export async function copyPicture(canvas: HTMLCanvasElement, theme: Theme): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': pictureOf(canvas, theme) })]);
    return true;
  } catch {
    return false;
  }
}

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** The canvas itself is transparent; a picture needs the ground it was drawn for, and a margin. */
function pictureOf(canvas: HTMLCanvasElement, theme: Theme): Promise<Blob> {
  const margin = Math.round(canvas.width * 0.012);
  const copy = document.createElement('canvas');
  copy.width = canvas.width + 2 * margin;
  copy.height = canvas.height + 2 * margin;
  const context = copy.getContext('2d');
  if (!context) return Promise.reject(new Error('no canvas'));
  context.fillStyle = theme.background;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(canvas, margin, margin);
  return new Promise((resolve, reject) => {
    copy.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
