/** Both plots as one picture, where they stand on the page. */
export function pictureOf(host: HTMLElement, canvases: readonly HTMLCanvasElement[]): HTMLCanvasElement {
  const frame = host.getBoundingClientRect();
  const [first] = canvases;
  const ratio = first ? first.width / first.clientWidth : devicePixelRatio;
  const picture = document.createElement('canvas');
  picture.width = Math.round(frame.width * ratio);
  picture.height = Math.round(frame.height * ratio);
  const context = picture.getContext('2d');
  for (const canvas of canvases) {
    const box = canvas.getBoundingClientRect();
    context?.drawImage(canvas, (box.left - frame.left) * ratio, (box.top - frame.top) * ratio);
  }
  return picture;
}
