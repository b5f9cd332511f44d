/** Some numbers of messages: stretches from–to, both included, ascending and apart from each other. */
export type Ranges = readonly Range[];

export type Range = readonly [from: number, to: number];

export const NONE: Ranges = [];

export function has(ranges: Ranges, seq: number): boolean {
  return ranges.some(([from, to]) => from <= seq && seq <= to);
}

/** The same ranges where nothing is new. */
export function withRange(ranges: Ranges, [from, to]: Range): Ranges {
  if (ranges.some(([first, last]) => first <= from && to <= last)) return ranges;
  const touching = ranges.filter(([first, last]) => first <= to + 1 && from <= last + 1);
  const apart = ranges.filter((it) => !touching.includes(it));
  const joined: Range = [
    Math.min(from, ...touching.map(([first]) => first)),
    Math.max(to, ...touching.map(([, last]) => last)),
  ];
  return [...apart, joined].sort(([a], [b]) => a - b);
}

export function withRanges(ranges: Ranges, more: Ranges): Ranges {
  return more.reduce(withRange, ranges);
}

export function rangesOf(seqs: Iterable<number>): Ranges {
  const ranges: [number, number][] = [];
  for (const seq of [...seqs].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && seq <= last[1] + 1) last[1] = seq;
    else ranges.push([seq, seq]);
  }
  return ranges;
}

/** What is in the one and not in the other. */
export function without(ranges: Ranges, taken: Ranges): Ranges {
  return taken.reduce<Ranges>(
    (left, [first, last]) =>
      left.flatMap(([from, to]): Range[] =>
        last < from || to < first
          ? [[from, to]]
          : [
              ...(from < first ? [[from, first - 1] as const] : []),
              ...(last < to ? [[last + 1, to] as const] : []),
            ],
      ),
    ranges,
  );
}

/** How many numbers they hold. */
export function numbersIn(ranges: Ranges): number {
  return ranges.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

/** The largest; 0 where there is none. */
export function furthest(ranges: Ranges): number {
  return ranges.at(-1)?.[1] ?? 0;
}
