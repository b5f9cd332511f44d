import { QueryClient } from "@tanstack/react-query";
import { Refusal } from "./refusal";

/** Answers live in memory only, and only while a screen shows them or has just done so. */
export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (count, error) => error instanceof Refusal && error.passing && count < 2,
        retryDelay: (count) => 500 * 2 ** count,
        staleTime: 5_000,
        gcTime: 60_000,
        // Opening a room is written to its log (R6): never fetch it merely because a window woke.
        refetchOnWindowFocus: false,
      },
      // Without a network there is an answer at once, and no waiting that says nothing.
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
