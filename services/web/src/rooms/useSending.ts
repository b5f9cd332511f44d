import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import type { DirectoryEntry } from "../contracts/people";
import { newId } from "../conversation/ids";
import { codeOf, Refusal } from "../gateway/refusal";
import { useMe } from "../session/session";
import { forgetBegun, isSame, renameBegun, type Begun } from "./begun";
import { filledOf, proposalOf, usePropose, type Draft } from "./proposal";
import { isAmongHers, useIsListedAnew } from "./rooms";
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
  const filled = filledOf(draft, invited);
  const [roomId, setRoomId] = useState(opened.roomId);
  const [sent, setSent] = useState(opened.begun?.sent ?? []);
  const [sentHere, setSentHere] = useState(false);
  const propose = usePropose(async (error) => {
    if (!USED.has(codeOf(error) ?? "")) return undefined;
    if ((await isAmongHers(queries, roomId)) !== false) return undefined;
    // That room is not hers any more: what is filled in now is another proposal.
    const another = newId();
    void renameBegun(personId, roomId, another);
    setRoomId(another);
    setSent([filled]);
    return another;
  });
  const isAnswered = !propose.isPending && !propose.isSuccess;
  const isThere = useIsListedAnew(roomId) && isAnswered;
  // Of several whose answers were lost, her room is made of one: which, only the server knows.
  const wasSent = sent.some((one) => isSame(one, filled));
  const isAsSent = wasSent && sent.every((one) => isSame(one, filled));
  useHeld(roomId);
  useKept({ ...filled, roomId, sent }, !propose.isSuccess);

  const toRoom = (id: string) => void navigate(`/rooms/${id}`, { replace: true });
  const startOver = () => {
    void forgetBegun(personId, roomId);
    onOver();
  };
  const cameThrough = isThere && isAsSent;
  useEffect(() => {
    if (!cameThrough) return;
    void forgetBegun(personId, roomId);
    if (sentHere) toRoom(roomId);
    else onOver();
    // Once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [cameThrough]);

  const send = () => {
    setSent([...sent, filled]);
    setSentHere(true);
    const proposal = proposalOf(
      draft,
      invited.map((entry) => entry.roleId),
    );
    propose.mutate(
      { roomId, filled, proposal },
      {
        onSuccess: (room) => toRoom(room.roomId),
        onError: (error) => {
          const isRefused = error instanceof Refusal && !error.passing;
          if (isRefused) setSent((all) => all.filter((one) => one !== filled));
          onRefused(error);
        },
      },
    );
  };
  return {
    send,
    startOver,
    isPending: propose.isPending,
    error: propose.error,
    /** Her room, where it is made of something else than what stands here. */
    before: isThere && !wasSent ? roomId : undefined,
  };
}

/** How the server says that there is, or was, a room with this id. */
const USED: ReadonlySet<string> = new Set(["room-exists-differently", "room-unknown"]);
