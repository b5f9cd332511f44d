import { useParams } from "react-router";
import { useOpening } from "./opening";

/** The room that this screen is about; whoever comes to it from elsewhere has opened the room. */
export function useRoomId(): string {
  const { roomId } = useParams();
  if (!roomId) throw new Error("this screen is about a room");
  useOpening(roomId);
  return roomId;
}
