/** What the charts of the Lab have in common: Chart.js draws lines and axes, and neither points, motion nor answers to the pointer. */
import type { ChartConfiguration, ChartDataset, Plugin } from 'chart.js';

type Options = NonNullable<ChartConfiguration['options']>;

export type ScaleOptions = NonNullable<NonNullable<Options['scales']>[string]>;
export type LineData = ChartDataset<'line', { x: number; y: number }[]>;

export function lineChart(plugin: Plugin, options: Pick<Options, 'layout' | 'onResize'>): ChartConfiguration {
  return {
    type: 'line',
    data: { datasets: [] },
    plugins: [plugin],
    options: {
      animation: false, responsive: true, maintainAspectRatio: false, parsing: false, normalized: true, events: [],
      elements: { point: { radius: 0, hitRadius: 0 }, line: { tension: 0, borderJoinStyle: 'round' } },
      ...options,
    },
  };
}

/** Tells of a new size in the next frame, and of none once the chart is out of the page. */
export function whenResized(resized: () => void): NonNullable<Options['onResize']> {
  return ({ attached }) => { if (attached) requestAnimationFrame(resized); };
}
