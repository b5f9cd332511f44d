import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { BlockedPeople } from "../contracts/people";
import { request } from "../gateway/request";
import { blocksChanged } from "../rooms/rooms";

const BLOCKS = ["blocks"] as const;

/** Whom one has blocked from one's own rooms. */
export function useBlocks() {
  return useQuery({
    queryKey: BLOCKS,
    queryFn: () => request<BlockedPeople>("GET", "/api/me/blocks"),
    // What did not come through without a net may have: the list says.
    refetchOnReconnect: "always",
  });
}

/** Blocks somebody, or takes it back: who is in one's rooms, or asked about, is another then. */
export function useBlockChange(method: "PUT" | "DELETE") {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ personId }: { personId: string; name: string }) =>
      request<BlockedPeople>(method, `/api/me/blocks/${personId}`),
    onSuccess: (blocked) => {
      queries.setQueryData(BLOCKS, blocked);
      blocksChanged(queries);
    },
    onError: () => queries.invalidateQueries({ queryKey: BLOCKS }),
  });
}
