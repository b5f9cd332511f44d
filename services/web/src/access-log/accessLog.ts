import { useInfiniteQuery } from "@tanstack/react-query";
import { addDays, startOfDay } from "date-fns";
import { useRef } from "react";
import type { LogDay, LogEntry, RoomLog } from "../contracts/access-log";
import { request } from "../gateway/request";

const PAGE = 50;

/**
 * Everything that happened in the patient's room, newest first, a page at a time.
 *
 * @param own with his own looks at it, which else would push the others' off the page
 */
export function useAccessLog(roomId: string, own: boolean) {
  // As long as the screen is there, whatever its browser asks for is one look (R6).
  const reading = useRef<string>(undefined);
  return useInfiniteQuery({
    queryKey: ["access-log", roomId, own],
    queryFn: async ({ pageParam }) => {
      const asked = new URLSearchParams({ limit: `${PAGE}`, own: `${own}`, zone: zone() });
      if (pageParam !== null) asked.set("before", `${pageParam}`);
      if (reading.current !== undefined) asked.set("reading", reading.current);
      const path = `/api/access-log/rooms/${roomId}?${asked.toString()}`;
      const page = await request<RoomLog>("GET", path);
      reading.current = page.reading;
      return page;
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ nextBefore }) => nextBefore,
    staleTime: 0,
    gcTime: 0,
    // A look is written (R6): he has one when he asks for it.
    refetchOnReconnect: false,
  });
}

function zone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A day, and what is here of it. */
export interface DayShown {
  day: LogDay;
  entries: LogEntry[];
}

/**
 * The days of these pages, the newest first. Of a day that lies on several the first page speaks:
 * what it says of the day holds for all of them.
 */
export function byDay(pages: readonly RoomLog[]): DayShown[] {
  const shown = new Map<string, DayShown>();
  for (const { items, days } of pages) {
    for (const entry of items) {
      const day = days.find((it) => isOn(entry, it)) ?? unknown(entry);
      const known = shown.get(day.from);
      if (known) known.entries.push(entry);
      else shown.set(day.from, { day, entries: [entry] });
    }
  }
  return [...shown.values()].sort((a, b) => Date.parse(b.day.from) - Date.parse(a.day.from));
}

function isOn({ at }: LogEntry, { from, to }: LogDay): boolean {
  return Date.parse(from) <= Date.parse(at) && Date.parse(at) < Date.parse(to);
}

/** Of a day that the server doesn't speak of nothing is summed. */
function unknown({ at }: LogEntry): LogDay {
  const from = startOfDay(at);
  return { from: from.toISOString(), to: addDays(from, 1).toISOString(), whole: true, sums: [] };
}

/** Each person who is there now once, with the view that she has had for longest. */
export function eachOnce(now: readonly LogEntry[]): LogEntry[] {
  const first = new Map<string, LogEntry>();
  for (const view of now) {
    const known = first.get(view.agent.personId);
    if (!known || Date.parse(view.at) < Date.parse(known.at)) first.set(view.agent.personId, view);
  }
  return [...first.values()];
}
