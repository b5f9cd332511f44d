import type { ConsentAnswer, RoomDetails, Seat } from "../contracts/rooms";
import { proposerOf, waitingForApproval } from "../rooms/seats";

/** Whom a yes lets in, and who is asked about after it. */
export interface IfYes {
  joins: Seat[];
  asked: Seat[];
}

/** As the server says. One from before says it of no room; then it is as it was then. */
export function ifYes(room: RoomDetails): IfYes {
  if (!room.ifYes) {
    const proposer = proposerOf(room);
    return { joins: proposer ? [proposer] : [], asked: waitingForApproval(room) };
  }
  const { joins, asked } = room.ifYes;
  const among = (seatIds: string[]) => room.seats.filter(({ seatId }) => seatIds.includes(seatId));
  return { joins: among(joins), asked: among(asked) };
}

/** What stands on the page: the yes is to that, and to nothing else. */
export function shownOf({ accessEpoch, ifYes: coming }: RoomDetails): Pick<ConsentAnswer, "shown"> {
  return coming ? { shown: { accessEpoch, ...coming } } : {};
}
