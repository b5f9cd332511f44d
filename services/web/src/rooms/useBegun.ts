import { useEffect, useRef, useState } from "react";
import { newId } from "../conversation/ids";
import { orElse } from "../session/patience";
import { useMe } from "../session/session";
import { allBegun, forgetBegun, keepBegun, settled, textOf, type Begun } from "./begun";
import { hold, letGo } from "./hold";

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
export function useBegun() {
  const { personId } = useMe();
  const [opened, setOpened] = useState<Opened>();
  useEffect(() => {
    let found: Opened | undefined;
    let gone = false;
    void open(personId).then((it) => {
      if (gone) return letGo(it.roomId);
      found = it;
      setOpened(it);
    });
    return () => {
      gone = true;
      if (found) letGoOnceKept(found.roomId);
    };
  }, [personId]);
  const [startedOver, setStartedOver] = useState(false);
  const startOver = () => {
    setOpened({ roomId: newId(), begun: undefined });
    setStartedOver(true);
  };
  return { opened, startOver, startedOver };
}

async function open(personId: string): Promise<Opened> {
  for (const begun of await orElse(allBegun(personId), () => [], READ_WITHIN)) {
    if (await hold(begun.roomId)) return { roomId: begun.roomId, begun };
  }
  const roomId = newId();
  await hold(roomId);
  return { roomId, begun: undefined };
}

/** It is this window's for as long as its form is open. */
export function useHeld(roomId: string): void {
  useEffect(() => {
    void hold(roomId);
    return () => letGoOnceKept(roomId);
  }, [roomId]);
}

/** The next window is to find what was last written. */
function letGoOnceKept(roomId: string): void {
  void settled().then(() => letGo(roomId));
}

/** Keeps it whenever it changes, while it is begun; what is emptied again is not kept. */
export function useKept(begun: Omit<Begun, "at">, isBegun: boolean): void {
  const { personId } = useMe();
  const now = JSON.stringify(begun);
  const [first] = useState(now);
  const touched = useRef(false);
  useEffect(() => {
    touched.current ||= now !== first;
    if (!touched.current || !isBegun) return;
    const it = JSON.parse(now) as typeof begun;
    if (textOf(it) === "") void forgetBegun(personId, it.roomId);
    else void keepBegun(personId, { ...it, at: new Date().toISOString() });
  }, [personId, first, isBegun, now]);
}
