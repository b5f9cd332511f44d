import { useCallback, useSyncExternalStore } from "react";
import { useMe } from "../session/session";
import { keep, readKept } from "./keeping";

const listeners = new Set<() => void>();

/** What stands in the composer: survives a reload in this tab, and follows `edit` from a refused message. */
export function useDraft(roomId: string) {
  const { personId } = useMe();
  const draft = useSyncExternalStore(subscribe, () => readKept(personId, roomId).draft);
  const write = useCallback(
    (text: string) => {
      keep(personId, roomId, { draft: text });
      for (const listener of listeners) listener();
    },
    [personId, roomId],
  );
  const edit = useCallback(
    (body: string) => {
      const { draft: before } = readKept(personId, roomId);
      write(before.trim() === "" ? body : `${body}\n${before}`);
    },
    [personId, roomId, write],
  );
  return { draft, write, edit };
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
