import { useParams } from "react-router";

export function useRoomId(): string {
  const { roomId } = useParams();
  if (!roomId) throw new Error("this screen is about a room");
  return roomId;
}
