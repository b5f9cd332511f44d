import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import type { DirectoryEntry } from "../contracts/people";
import { newId } from "../conversation/ids";
import { codeOf, Refusal } from "../gateway/refusal";
import { useMe } from "../session/session";
import { forgetBegun, renameBegun, type Begun } from "./begun";
import { proposalOf, usePropose, type Draft } from "./proposal";
import { isAmongHers, useRooms } from "./rooms";
import { useHeld, useKept } from "./useBegun";

interface Sending {
  opened: { roomId: string; begun: Begun | undefined };
  draft: Draft;
  invited: DirectoryEntry[];
  onRefused: (error: unknown) => void;
  /** What was begun before turns out to have been proposed, or is not wanted any more. */
  onOver: () => void;
}

/**
 * Proposes what is filled in, and until then keeps it. It has one id for as long as it is one
 * proposal: sent twice, or again after an answer that was lost, it makes one room.
 */
export function useSending({ opened, draft, invited, onRefused, onOver }: Sending) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { personId } = useMe();
  const [roomId, setRoomId] = useState(opened.roomId);
  const [sent, setSent] = useState<Sent | undefined>(
    () => (opened.begun?.sent && { draft, invited, here: false }) || undefined,
  );
  const [proposedBefore, setProposedBefore] = useState(false);
  const propose = usePropose(async (error) => {
    if (!USED.has(codeOf(error) ?? "")) return undefined;
    const isHers = await isAmongHers(queries, roomId);
    setProposedBefore(isHers === true);
    if (isHers !== false) return undefined;
    // She has taken it back since: what is filled in now is another proposal.
    const another = newId();
    void renameBegun(personId, roomId, another);
    setRoomId(another);
    return another;
  });
  useHeld(roomId);
  useKept({ roomId, draft, invited, sent: sent !== undefined }, !propose.isSuccess);

  const toRoom = (id: string) => void navigate(`/rooms/${id}`, { replace: true });
  const over = () => {
    void forgetBegun(personId, roomId);
    onOver();
  };
  const isAsSent = sent?.draft === draft && sent.invited === invited;
  useCameThrough(isAsSent && !propose.isPending ? roomId : undefined, () => {
    if (!sent?.here) return over();
    void forgetBegun(personId, roomId);
    toRoom(roomId);
  });

  const send = () => {
    setSent({ draft, invited, here: true });
    setProposedBefore(false);
    const proposal = proposalOf(
      draft,
      invited.map((entry) => entry.roleId),
    );
    propose.mutate(
      { roomId, proposal },
      {
        onSuccess: (room) => toRoom(room.roomId),
        onError: (error) => {
          // What stands here has been answered: it is not what her room was made of.
          if (error instanceof Refusal && !error.passing) setSent({ here: true });
          onRefused(error);
        },
      },
    );
  };
  return {
    send,
    startOver: over,
    isPending: propose.isPending,
    error: propose.error,
    /** The room that was made of what she had sent before she changed it. */
    before: proposedBefore ? roomId : undefined,
  };
}

/** What was sent last, unless it was refused; here, or by a page before this one. */
interface Sent {
  draft?: Draft;
  invited?: DirectoryEntry[];
  here: boolean;
}

/** How the server says that there is, or was, a room with this id. */
const USED: ReadonlySet<string> = new Set(["room-exists-differently", "room-unknown"]);

/** It was proposed, and the answer was lost: the room stands among hers. */
function useCameThrough(roomId: string | undefined, onCameThrough: () => void) {
  const rooms = useRooms().data;
  const isThere = roomId !== undefined && rooms?.some((room) => room.roomId === roomId);
  useEffect(() => {
    if (isThere) onCameThrough();
    // It is called once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isThere]);
}
