import { useState } from "react";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { waitingForApproval } from "../rooms/seats";

/**
 * Those whom the patient is asked about on this screen: who waits now, and who did since it was
 * opened. Each keeps her place, whatever becomes of her: nothing moves under a finger.
 */
export function useAsked(room: RoomDetails): Seat[] {
  const [asked, setAsked] = useState<string[]>([]);
  if (!room.may.approve) return [];
  const known = new Set(asked);
  const more = waitingForApproval(room).filter(({ seatId }) => !known.has(seatId));
  const all = [...asked, ...more.map(({ seatId }) => seatId)];
  if (more.length > 0) setAsked(all);
  return all.flatMap((seatId) => room.seats.filter((seat) => seat.seatId === seatId));
}
