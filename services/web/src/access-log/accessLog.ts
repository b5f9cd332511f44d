import { useInfiniteQuery } from "@tanstack/react-query";
import type { LogEntry, LogPage } from "../contracts/access-log";
import { request } from "../gateway/request";

const PAGE = 50;

/** Everything that happened in the patient's room, newest first, a page at a time. */
export function useAccessLog(roomId: string) {
  return useInfiniteQuery({
    queryKey: ["access-log", roomId],
    queryFn: ({ pageParam }) => {
      const before = pageParam === null ? "" : `&before=${pageParam}`;
      return request<LogPage>("GET", `/api/access-log/rooms/${roomId}?limit=${PAGE}${before}`);
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
