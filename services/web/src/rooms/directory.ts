import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { DirectoryEntry } from "../contracts/people";
import { request } from "../gateway/request";

const SHORTEST = 2;

/** Professionals whose name, title or organisation fits what has been typed. */
export function useDirectory(typed: string) {
  const query = useSettled(typed.trim());
  const enough = query.length >= SHORTEST && typed.trim() !== "";
  const found = useQuery({
    queryKey: ["directory", query],
    queryFn: async () =>
      (await request<{ items: DirectoryEntry[] }>("POST", "/api/directory/searches", { query }))
        .items,
    enabled: enough,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return { ...found, data: enough ? found.data : undefined };
}

/** What has been typed, once the typing pauses: every search is logged (R6). */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 350);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
