import type { QueryClient } from "@tanstack/react-query";
import type { BlockedPeople } from "../contracts/people";
import { request } from "../gateway/request";
import { blocksChanged } from "../rooms/rooms";

export const BLOCKS = ["blocks"] as const;

export const fetchBlocks = () => request<BlockedPeople>("GET", "/api/me/blocks");

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

/** Another device of his may have changed it: his rooms are others by now. Asked for where it is shown. */
export function blocksMayHaveChanged(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: BLOCKS });
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
