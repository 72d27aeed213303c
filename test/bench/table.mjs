// Results as people read them: a Markdown table, on the terminal and in the repository.

/** @param {readonly string[]} head @param {readonly (readonly string[])[]} rows Cells of numbers are put to the right. */
export function table(head, rows) {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

export function median(values) {
  return percentile(values, 0.5);
}

/** The smallest value that at least this share of the values do not exceed. */
export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
}

export function figure(value, digits = 3) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(digits);
}
