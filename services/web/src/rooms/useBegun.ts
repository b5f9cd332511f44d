import { useEffect, useState } from "react";
import type { DirectoryEntry } from "../contracts/people";
import { orElse } from "../session/patience";
import { useMe } from "../session/session";
import { allBegun, forgetBegun, isFilled, keepBegun, type Begun } from "./begun";
import type { Draft } from "./proposal";

/** A device that does not answer holds nobody up: what lies there is found the next time. */
const READ_WITHIN = 500;

/** What she has begun to propose before: nothing until that is known, none where there is none. */
export function useBegun(): { begun: Begun | "none" | undefined; startOver: () => void } {
  const { personId } = useMe();
  const [begun, setBegun] = useState<Begun | "none">();
  useEffect(() => {
    let gone = false;
    void orElse(allBegun(personId), () => [], READ_WITHIN).then(([newest]) => {
      if (!gone) setBegun(newest ?? "none");
    });
    return () => {
      gone = true;
    };
  }, [personId]);
  const startOver = () => {
    if (begun && begun !== "none") void forgetBegun(personId, begun.roomId);
    setBegun("none");
  };
  return { begun, startOver };
}

interface Kept {
  roomId: string;
  draft: Draft;
  invited: DirectoryEntry[];
  sent: boolean;
}

/** Keeps what is filled in whenever it changes, while it is begun; what is emptied again is not kept. */
export function useKept({ roomId, draft, invited, sent }: Kept, isBegun: boolean): void {
  const { personId } = useMe();
  const [first] = useState({ roomId, draft, invited, sent });
  useEffect(() => {
    const isAsAtFirst =
      draft === first.draft &&
      invited === first.invited &&
      sent === first.sent &&
      roomId === first.roomId;
    if (isAsAtFirst || !isBegun) return;
    const { roleId, name, email, purpose } = draft;
    const isEmpty = invited.length === 0 && ![name, email, purpose].some(isFilled);
    if (isEmpty) {
      void forgetBegun(personId, roomId);
    } else {
      const at = new Date().toISOString();
      const fields = { roleId, name, email, purpose };
      void keepBegun(personId, { roomId, fields, invited, sent, at });
    }
  }, [personId, first, isBegun, roomId, draft, invited, sent]);
}
