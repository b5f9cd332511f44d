import { useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import type { BlockedPeople } from "../contracts/people";
import { request } from "../gateway/request";
import { blocksChanged } from "../rooms/rooms";

const BLOCKS = ["blocks"] as const;

const fetchBlocks = () => request<BlockedPeople>("GET", "/api/me/blocks");

/** Whom one has blocked from one's own rooms. */
export function useBlocks() {
  return useQuery({
    queryKey: BLOCKS,
    queryFn: fetchBlocks,
    // What did not come through without a net may have: the list says.
    refetchOnReconnect: "always",
  });
}

/** Asks anew whom one has blocked; the screens show it from then on. */
export async function lookAtBlocks(queries: QueryClient): Promise<BlockedPeople> {
  const blocked = await fetchBlocks();
  queries.setQueryData(BLOCKS, blocked);
  return blocked;
}

/** Whom one has blocked is another by now: so is who is in one's rooms, or asked about. */
export function showBlocks(queries: QueryClient, blocked: BlockedPeople): void {
  queries.setQueryData(BLOCKS, blocked);
  blocksChanged(queries);
}

/** Calls back each time that it is known anew whom one has blocked, until the answer is called. */
export function watchBlocks(
  queries: QueryClient,
  onBlocks: (blocked: BlockedPeople) => void,
): () => void {
  return queries.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success") return;
    if (event.query.queryKey[0] === BLOCKS[0]) onBlocks(event.query.state.data as BlockedPeople);
  });
}

/**
 * Takes a block back: once, from where it is asked for. It never goes by itself, since it would lift
 * a block that has been made since; until it has come through nobody has more than before.
 */
export function useLift() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ personId }: { personId: string; name: string }) =>
      request<BlockedPeople>("DELETE", `/api/me/blocks/${personId}`),
    onSuccess: (blocked) => showBlocks(queries, blocked),
    onError: () => queries.invalidateQueries({ queryKey: BLOCKS }),
  });
}
