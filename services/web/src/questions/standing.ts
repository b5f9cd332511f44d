import { useQuery, type QueryClient } from "@tanstack/react-query";
import type { StandingQuestion, StandingQuestions } from "../contracts/questions";
import { Refusal } from "../gateway/refusal";
import { request } from "../gateway/request";

const STANDING = ["questions"] as const;
const WHICH = { queryKey: STANDING };

/** What comes within so long is asked for once, in milliseconds. */
const TOGETHER = 150;
/** It is tried again after twice as long each time, up to this. */
const FIRST_RETRY = 1_000;
const LAST_RETRY = 60_000;
/** For so long an answer that is on its way is waited for, in milliseconds. */
const ANSWER_WITHIN = 5_000;

/** What the server has told of questions in all of the person's rooms. */
export interface Told {
  readonly items: readonly StandingQuestion[];
  /** Whether it has told all; a server from before it said so is taken to have. */
  readonly whole: boolean;
  /** When it was asked, in epoch milliseconds. */
  readonly askedAt: number;
}

async function fetchStanding(): Promise<Told> {
  const askedAt = Date.now();
  const told = await request<Partial<StandingQuestions>>("GET", "/api/conversations/questions");
  return { items: told.items ?? [], whole: told.whole ?? true, askedAt };
}

/**
 * What waits for an answer in all of the person's rooms, as the server told it last; undefined while
 * that is not known. Asking is no visit, and nothing asks by the clock: see `questionsMayHaveChanged`.
 */
export function useTold(): Told | undefined {
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

/**
 * Something was heard after which another question may stand, or one no longer does. An answer that is on
 * its way may be older than that, and is waited for a while: then it is asked once more.
 */
export function questionsMayHaveChanged(queries: QueryClient): void {
  if (soon.has(queries)) return;
  const ask = async () => {
    if (isOnItsWay(queries)) await Promise.race([answered(queries), after(ANSWER_WITHIN)]);
    soon.delete(queries);
    // What hangs, or waits before it tries again, has had its time.
    await queries.cancelQueries(WHICH);
    await queries.invalidateQueries(WHICH);
  };
  soon.set(
    queries,
    setTimeout(() => void ask(), TOGETHER),
  );
}

function isOnItsWay(queries: QueryClient): boolean {
  const { fetchStatus, fetchFailureCount = 0 } = queries.getQueryState(STANDING) ?? {};
  return fetchStatus === "fetching" && fetchFailureCount === 0;
}

function answered(queries: QueryClient): Promise<unknown> {
  return queries.refetchQueries(WHICH, { cancelRefetch: false });
}

function after(milliseconds: number): Promise<unknown> {
  return new Promise((passed) => setTimeout(passed, milliseconds));
}
