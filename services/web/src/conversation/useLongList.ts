import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useCallback, useLayoutEffect, useState, type RefObject } from "react";
import type { Entry } from "./entries";
import { estimatedHeight, type SaidOf } from "./row-size";

/** So near the end counts as being there, in pixels. */
const NEAR = 120;
/** Something of what was there before the line is seen above it, in pixels. */
const LINE_FROM_TOP = 96;
/** Up to so many rows all are in the page: it can be searched, printed and read out whole. */
const WHOLE = 100;
/** Rows kept above and below what is seen. */
const AROUND = 10;

/**
 * Of a long conversation only what is near the screen is in the page. Rows are known by their keys:
 * what is being read stays where it is when an older page comes above it, or when a row turns out
 * higher than was thought; and whoever is at the end stays there.
 */
export function useLongList(
  entries: readonly Entry[],
  scroller: RefObject<HTMLElement | null>,
  above: RefObject<HTMLElement | null>,
  saidOf: (entry: Entry) => SaidOf,
) {
  const scrollMargin = useHeight(above);
  const entryAt = useCallback((index: number) => entries[index] ?? NOTHING, [entries]);
  // Where it is another function all rows are placed anew, which is not to happen while scrolling.
  const getItemKey = useCallback((index: number) => entryAt(index).key, [entryAt]);
  return useVirtualizer<HTMLElement, HTMLLIElement>({
    count: entries.length,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize: (index) => estimatedHeight(entryAt(index), saidOf(entryAt(index))),
    rangeExtractor: (range) =>
      range.count <= WHOLE ? indexes(0, range.count) : withUnsent(range, entries),
    anchorTo: "end",
    followOnAppend: true,
    scrollEndThreshold: NEAR,
    scrollPaddingStart: LINE_FROM_TOP,
    scrollMargin,
    overscan: AROUND,
    // New rows come with the next picture, not within the scroll event: they are far from sight.
    useFlushSync: false,
    directDomUpdates: true,
    directDomUpdatesMode: "position",
  });
}

export type LongList = ReturnType<typeof useLongList>;

const NOTHING: Entry = { kind: "gap", key: "nothing" };

function indexes(from: number, before: number): number[] {
  return Array.from({ length: before - from }, (_, it) => from + it);
}

/** What is not sent yet is never out of the page: it may hold the focus, and is told once. */
function withUnsent(range: Range, entries: readonly Entry[]): number[] {
  const near = defaultRangeExtractor(range);
  const last = near.at(-1) ?? -1;
  const firstUnsent = entries.findLastIndex(({ kind }) => kind !== "unsent") + 1;
  return [...near, ...indexes(Math.max(last + 1, firstUnsent), range.count)];
}

function useHeight(element: RefObject<HTMLElement | null>): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () => setHeight(measured.offsetTop + measured.offsetHeight);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return height;
}
