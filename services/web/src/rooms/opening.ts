import { useEffect } from "react";
import type { RoomDetails } from "../contracts/rooms";
import { request } from "../gateway/request";

/** The room that the person is in, whichever of its screens she looks at. */
let inside: string | undefined;

/** Rooms that she has come into and that have not been asked for since. */
const opened = new Set<string>();

/** The room whose screen she has just left without having got it: if for another of its screens. */
let unanswered: string | undefined;

/**
 * Notes that a person comes into a room from somewhere else: a visit (R6). Going from one of its
 * screens to another is none, and neither is what her browser does while she is there.
 */
export function useOpening(roomId: string): void {
  // While it is rendered: the screen that she leaves says so only after this one is there.
  if (inside !== roomId) {
    inside = roomId;
    opened.add(roomId);
  }
  useEffect(() => {
    inside = roomId;
    if (unanswered === roomId) opened.add(roomId);
    unanswered = undefined;
    return () => {
      inside = undefined;
      // What is fetched once she has left is no visit.
      if (opened.delete(roomId)) unanswered = roomId;
    };
  }, [roomId]);
}

/** Notes that the person opens the room whose screen she is on: she was out of it meanwhile. */
export function opensAgain(roomId: string): void {
  opened.add(roomId);
}

export function isBeingOpened(roomId: string): boolean {
  return opened.has(roomId);
}

/** Fetches a room, and says whether a person has opened it or her browser asks by itself. */
export async function lookAt(roomId: string): Promise<RoomDetails> {
  const opening = opened.delete(roomId);
  const path = `/api/rooms/${roomId}`;
  try {
    return await request<RoomDetails>("GET", opening ? path : `${path}?refresh=true`);
  } catch (error) {
    if (opening && inside === roomId) opened.add(roomId);
    throw error;
  }
}
