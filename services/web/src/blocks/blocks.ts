import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { BlockedPeople } from "../contracts/people";
import { request } from "../gateway/request";
import { BLOCKS, fetchBlocks, showBlocks } from "./known";

/** Whom one has blocked from one's own rooms. */
export function useBlocks() {
  return useQuery({
    queryKey: BLOCKS,
    queryFn: fetchBlocks,
    // What did not come through without a net may have: the list says.
    refetchOnReconnect: "always",
    // He may have changed it on another device. Looking at it is no visit to any room (R6).
    refetchOnWindowFocus: "always",
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
