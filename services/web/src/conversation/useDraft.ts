import { useCallback, useSyncExternalStore } from "react";
import { useConversations } from "./ConversationsProvider";

/** What stands in the composer: stays on the device, and follows `edit` from a refused message. */
export function useDraft(roomId: string) {
  const { keeping } = useConversations();
  const draft = useSyncExternalStore(keeping.subscribe, () => keeping.draft(roomId));
  const write = useCallback((text: string) => keeping.keepDraft(roomId, text), [keeping, roomId]);
  const edit = useCallback(
    (body: string) => {
      const before = keeping.draft(roomId);
      write(before.trim() === "" ? body : `${body}\n${before}`);
    },
    [keeping, roomId, write],
  );
  return { draft, write, edit };
}
