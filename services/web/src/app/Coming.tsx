import { useLocation } from "react-router";
import { isRoomAt } from "../session/welcomed";
import { RoomComes } from "../shell/RoomComes";
import { Waiting } from "../shell/Waiting";

/** The screen at this address, before any of it has come. */
export function Coming() {
  const { pathname } = useLocation();
  return isRoomAt(pathname) ? <RoomComes /> : <Waiting />;
}
