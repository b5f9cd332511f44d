import {
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseQueryResult,
} from "@tanstack/react-query";
import type { StandingAgreement } from "../contracts/agreements";
import type { StandingAppointment } from "../contracts/appointments";
import type { StandingQuestion } from "../contracts/questions";
import { Refusal } from "../gateway/refusal";
import { request } from "../gateway/request";

/** What is told, each in an answer of its own: `/api/conversations/…`. */
interface Items {
  questions: StandingQuestion;
  appointments: StandingAppointment;
  agreements: StandingAgreement;
}

export type Which = keyof Items;
const ALL: readonly Which[] = ["questions", "appointments", "agreements"];
const keyOf = (which: Which) => ["standing", which] as const;

/** What comes within so long is asked for once, in milliseconds. */
const TOGETHER = 150;
/** It is tried again after twice as long each time, up to this. */
const FIRST_RETRY = 1_000;
const LAST_RETRY = 60_000;
/** For so long an answer that is on its way is waited for, in milliseconds. */
const ANSWER_WITHIN = 5_000;

/** What the server has told of all of the person's rooms. */
export interface Told<Item> {
  readonly items: readonly Item[];
  /** Whether it has told all; a server from before it said so is taken to have. */
  readonly whole: boolean;
  /** When it was asked, in epoch milliseconds. */
  readonly askedAt: number;
}

async function fetchStanding<Item>(which: Which): Promise<Told<Item>> {
  const askedAt = Date.now();
  const told = await request<Partial<Told<Item>>>("GET", `/api/conversations/${which}`);
  return { items: told.items ?? [], whole: told.whole ?? true, askedAt };
}

/**
 * What stands in all of the person's rooms, as the server told it last; undefined while that is not
 * known. Asking is no visit, and nothing asks by the clock: see `standingMayHaveChanged`.
 */
export function useTold<W extends Which>(which: W): Told<Items[W]> | undefined {
  const { data, isError } = useAsked(which);
  return isError ? undefined : data;
}

function useAsked<W extends Which>(which: W): UseQueryResult<Told<Items[W]>> {
  return useQuery({
    queryKey: keyOf(which),
    queryFn: () => fetchStanding<Items[W]>(which),
    staleTime: 0,
    refetchOnWindowFocus: true,
    retry: (_, error) => error instanceof Refusal && (error.passing || error.status >= 500),
    retryDelay: (count) => Math.min(LAST_RETRY, FIRST_RETRY * 2 ** count),
  });
}

/** Why it is not known what stands, and a way to ask again; nothing where it is known, or may yet come. */
export function useToldTrouble(): { error: Error; again: () => void } | undefined {
  const queries = useQueryClient();
  const all = [useAsked("questions"), useAsked("appointments"), useAsked("agreements")];
  const error = all.map((it) => it.failureReason ?? it.error).find((it) => it !== null);
  const isMissing = all.some(({ data, isError }) => data === undefined || isError);
  if (!error || !isMissing) return undefined;
  return { error, again: () => standingMayHaveChanged(queries) };
}

/** What is to be asked for in a moment. */
const soon = new WeakMap<QueryClient, Set<Which>>();

/**
 * Something was heard after which more may stand, or less. An answer that is on its way may be older
 * than that, and is waited for a while: then it is asked once more.
 *
 * @param which of what; all where that is not known
 */
export function standingMayHaveChanged(queries: QueryClient, which?: Which): void {
  for (const one of which ? [which] : ALL) askSoon(queries, one);
}

function askSoon(queries: QueryClient, which: Which): void {
  const asked = soon.get(queries) ?? new Set();
  soon.set(queries, asked);
  if (asked.has(which)) return;
  asked.add(which);
  const queryKey = keyOf(which);
  const ask = async () => {
    if (isOnItsWay(queries, which)) {
      const waited = queries.refetchQueries({ queryKey }, { cancelRefetch: false });
      await Promise.race([waited, after(ANSWER_WITHIN)]);
    }
    asked.delete(which);
    // What hangs, or waits before it tries again, has had its time.
    await queries.cancelQueries({ queryKey });
    void queries.invalidateQueries({ queryKey });
  };
  setTimeout(() => void ask(), TOGETHER);
}

function isOnItsWay(queries: QueryClient, which: Which): boolean {
  const { fetchStatus, fetchFailureCount = 0 } = queries.getQueryState(keyOf(which)) ?? {};
  return fetchStatus === "fetching" && fetchFailureCount === 0;
}

function after(milliseconds: number): Promise<unknown> {
  return new Promise((passed) => setTimeout(passed, milliseconds));
}
