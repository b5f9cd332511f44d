import { useInfiniteQuery } from "@tanstack/react-query";
import type { LogEntry, LogPage } from "../contracts/access-log";
import { request } from "../gateway/request";

const PAGE = 50;

/**
 * Everything that happened in the patient's room, newest first, a page at a time.
 *
 * @param own with his own looks at it, which else would push the others' off the page
 */
export function useAccessLog(roomId: string, own: boolean) {
  return useInfiniteQuery({
    queryKey: ["access-log", roomId, own],
    queryFn: ({ pageParam }) => {
      const before = pageParam === null ? "" : `&before=${pageParam}`;
      return request<LogPage>(
        "GET",
        `/api/access-log/rooms/${roomId}?limit=${PAGE}&own=${own}${before}`,
      );
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ nextBefore }) => nextBefore,
    staleTime: 0,
    gcTime: 0,
  });
}

export interface LogDay {
  day: string;
  entries: LogEntry[];
}

/** Entries that lie on the same day, in the order they came in. */
export function byDay(
  entries: readonly LogEntry[],
  sameDay: (a: string, b: string) => boolean,
): LogDay[] {
  const days: LogDay[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last && sameDay(last.day, entry.at)) last.entries.push(entry);
    else days.push({ day: entry.at, entries: [entry] });
  }
  return days;
}
