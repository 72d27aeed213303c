/** How often each activation is used, the most used first and in the order of the text among equals. */
interface Count {
  readonly activation: string;
  readonly count: number;
}

export function countsOf(uses: Iterable<{ readonly activation: string }>): Count[] {
  const counts = new Map<string, number>();
  for (const { activation } of uses) counts.set(activation, (counts.get(activation) ?? 0) + 1);
  return [...counts].map(([activation, count]) => ({ activation, count })).sort((a, b) => b.count - a.count);
}
