import { useState, useSyncExternalStore } from "react";
import type { FrameRefusalCode } from "../contracts/conversation";
import { useConversations } from "./ConversationsProvider";

/** What has become of something that the person has said, as far as it is known. */
export type Became =
  | { kind: "nothing" }
  | { kind: "sending" }
  /** The server has it. */
  | { kind: "kept" }
  | { kind: "refused"; code: FrameRefusalCode };

const NOTHING: Became = { kind: "nothing" };

/**
 * What has become of what was said by this id; what it was refused for is known as long as this lives,
 * whatever has come of the same matter since.
 */
export function useBecame(roomId: string, clientId: string | undefined): Became {
  const conversations = useConversations();
  const [refused, refuse] = useState<{ clientId: string; code: FrameRefusalCode }>();
  const item = useSyncExternalStore(conversations.subscribe, () =>
    conversations.amendingIn(roomId).find((it) => it.clientId === clientId),
  );
  const isHere = useSyncExternalStore(
    conversations.subscribe,
    () =>
      clientId !== undefined &&
      !!conversations.conversation(roomId)?.messages.some((it) => it.clientId === clientId),
  );
  if (clientId === undefined) return NOTHING;
  const state = item?.state;
  if (state?.kind === "refused" && refused?.clientId !== clientId)
    refuse({ clientId, code: state.code });
  if (isHere || state?.kind === "accepted") return { kind: "kept" };
  if (state?.kind === "sending") return { kind: "sending" };
  const told = refused?.clientId === clientId ? refused : undefined;
  return told ? { kind: "refused", code: told.code } : NOTHING;
}
