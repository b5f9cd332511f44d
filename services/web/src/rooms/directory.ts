import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { DirectoryEntry } from "../contracts/people";
import { textFault, type TextFault } from "../contracts/text";
import { request } from "../gateway/request";

/** What is wrong with what has been typed; while it is short nobody is asked, and nothing is wrong. */
export function queryFault(typed: string): TextFault | undefined {
  return textFault("LINE", typed.trim(), { shortest: 2, longest: 100 });
}

/** Professionals whose name, title or organisation fits what has been typed. */
export function useDirectory(typed: string) {
  const query = useSettled(typed.trim());
  const enough = queryFault(query) === undefined && typed.trim() !== "";
  const found = useQuery({
    queryKey: ["directory", query],
    queryFn: async () =>
      (await request<{ items: DirectoryEntry[] }>("POST", "/api/directory/searches", { query }))
        .items,
    enabled: enough,
    staleTime: 60_000,
    // Without a network it says so, and shows nobody who was found for other words.
    networkMode: "always",
    // A search is written (R6): nobody searches because the net came back.
    refetchOnReconnect: false,
  });
  // Of what is typed now, and of nothing that was typed before.
  const isOfThis = enough && query === typed.trim();
  return { ...found, data: isOfThis ? found.data : undefined };
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
