import { useQuery, type QueryClient } from "@tanstack/react-query";
import type { StandingQuestion, StandingQuestions } from "../contracts/questions";
import { Refusal } from "../gateway/refusal";
import { request } from "../gateway/request";

const STANDING = ["questions"] as const;

/** What comes within so long is asked for once, in milliseconds. */
const TOGETHER = 150;
/** It is tried again after twice as long each time, up to this. */
const FIRST_RETRY = 1_000;
const LAST_RETRY = 60_000;

async function fetchStanding(): Promise<StandingQuestion[]> {
  const { items } = await request<StandingQuestions>("GET", "/api/conversations/questions");
  return items ?? [];
}

/**
 * What waits for an answer in all of the person's rooms, as the server told it last; undefined while
 * that is not known. Asking is no visit, and nothing asks by the clock: see `questionsMayHaveChanged`.
 */
export function useTold(): readonly StandingQuestion[] | undefined {
  const { data, isError } = useQuery({
    queryKey: STANDING,
    queryFn: fetchStanding,
    staleTime: 0,
    refetchOnWindowFocus: true,
    retry: (_, error) => error instanceof Refusal && (error.passing || error.status >= 500),
    retryDelay: (count) => Math.min(LAST_RETRY, FIRST_RETRY * 2 ** count),
  });
  return isError ? undefined : data;
}

const soon = new WeakMap<QueryClient, unknown>();

/** Something was heard after which another question may stand, or one no longer does. */
export function questionsMayHaveChanged(queries: QueryClient): void {
  if (soon.has(queries)) return;
  const ask = () => {
    soon.delete(queries);
    void queries.invalidateQueries({ queryKey: STANDING });
  };
  soon.set(queries, setTimeout(ask, TOGETHER));
}
