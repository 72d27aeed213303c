/** The size of a chart in the frame in which it comes into the page. */
import type { Chart } from 'chart.js';

/** Chart.js notices a frame later that its canvas stands in the page, and would lay out and draw all again in the size it finds. */
export function takePlace(chart: Chart): void {
  if (!chart.attached) chart.resize();
}
