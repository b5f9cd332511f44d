import { Navigate } from "react-router";
import type { RoomDetails } from "../contracts/rooms";
import { RoomOver } from "./RoomOver";
import { WaitingForConsent } from "./WaitingForConsent";

/** A room that is no conversation, or not yet, or not any more. */
export function NoConversation({ room }: { room: RoomDetails }) {
  if (room.status !== "PROPOSED") return <RoomOver room={room} />;
  if (room.may.consent) return <Navigate to={`/rooms/${room.roomId}/consent`} replace />;
  return <WaitingForConsent room={room} />;
}
