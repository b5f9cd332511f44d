import { useEffect, useState } from "react";
import { orElse } from "../session/patience";
import { useMe } from "../session/session";
import { BegunShelf, isFilled, type Begun } from "./begun";
import type { Draft } from "./proposal";
import type { DirectoryEntry } from "../contracts/people";

/** A device that does not answer holds nobody up. */
const READ_WITHIN = 500;

interface Read {
  shelf: BegunShelf;
  begun: Begun | undefined;
}

/** What she has begun to propose before, as soon as that is known, and how to begin anew. */
export function useBegun(): { read: Read | undefined; startOver: () => void } {
  const { personId } = useMe();
  const [read, setRead] = useState<Read>();
  useEffect(() => {
    let gone = false;
    const shelf = new BegunShelf(personId);
    void orElse(shelf.read(), () => undefined, READ_WITHIN).then((begun) => {
      if (!gone) setRead({ shelf, begun });
    });
    return () => {
      gone = true;
      shelf.close();
    };
  }, [personId]);
  const startOver = () => {
    void read?.shelf.remove();
    setRead(read && { ...read, begun: undefined });
  };
  return { read, startOver };
}

/** Keeps what is filled in for as long as it changes; what is emptied again is not kept. */
export function useKept(shelf: BegunShelf, form: Kept): void {
  const { draft, invited, roomId } = form;
  const [first] = useState(form);
  useEffect(() => {
    const isAsBefore =
      draft === first.draft && invited === first.invited && roomId === first.roomId;
    if (isAsBefore) return;
    const { roleId, name, email, purpose } = draft;
    const fields = { roleId, name, email, purpose };
    const isEmpty = invited.length === 0 && ![name, email, purpose].some(isFilled);
    if (isEmpty) void shelf.remove();
    else void shelf.put({ fields, invited, roomId, at: new Date().toISOString() });
  }, [shelf, first, draft, invited, roomId]);
}

interface Kept {
  draft: Draft;
  invited: DirectoryEntry[];
  /** Once it has been proposed. */
  roomId: string | undefined;
}
