import { useEffect, useState } from "react";
import type { DirectoryEntry } from "../contracts/people";
import { newId } from "../conversation/ids";
import { orElse } from "../session/patience";
import { useMe } from "../session/session";
import { allBegun, forgetBegun, isFilled, keepBegun, type Begun } from "./begun";
import { hold, letGo } from "./hold";
import type { Draft } from "./proposal";

/** A device that does not answer holds nobody up: what lies there is found the next time. */
const READ_WITHIN = 500;

/** A proposal's form: of one that was begun before, or of a new one. */
interface Opened {
  /** The id that its room will have. */
  roomId: string;
  begun: Begun | undefined;
}

/**
 * What she has begun to propose before and no other window has before it, the newest first; a new
 * one where there is none. Nothing until that is known.
 */
export function useBegun(): { opened: Opened | undefined; startOver: () => void } {
  const { personId } = useMe();
  const [opened, setOpened] = useState<Opened>();
  useEffect(() => {
    let gone = false;
    void open(personId).then((found) => {
      if (gone) letGo(found.roomId);
      else setOpened(found);
    });
    return () => {
      gone = true;
    };
  }, [personId]);
  return { opened, startOver: () => setOpened({ roomId: newId(), begun: undefined }) };
}

async function open(personId: string): Promise<Opened> {
  for (const begun of await orElse(allBegun(personId), () => [], READ_WITHIN)) {
    if (await hold(begun.roomId)) return { roomId: begun.roomId, begun };
  }
  return { roomId: newId(), begun: undefined };
}

/** It is this window's for as long as its form is open. */
export function useHeld(roomId: string): void {
  useEffect(() => {
    void hold(roomId);
    return () => letGo(roomId);
  }, [roomId]);
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
