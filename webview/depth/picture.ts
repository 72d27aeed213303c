/** Both plots as one picture, where they stand on the page. */
export function pictureOf(host: HTMLElement, canvases: readonly HTMLCanvasElement[]): HTMLCanvasElement {
  const frame = host.getBoundingClientRect();
  const picture = document.createElement('canvas');
  picture.width = Math.round(frame.width * devicePixelRatio);
  picture.height = Math.round(frame.height * devicePixelRatio);
  const context = picture.getContext('2d');
  for (const canvas of canvases) {
    const box = canvas.getBoundingClientRect();
    context?.drawImage(canvas, (box.left - frame.left) * devicePixelRatio, (box.top - frame.top) * devicePixelRatio);
  }
  return picture;
}
