import { useTranslation } from "react-i18next";
import { useMatch } from "react-router";
import { useNamedRooms } from "../rooms/rooms";
import type { Answer } from "./answer";

/**
 * Which room an answer was for, where its person has several and is not in that one: what for, as her
 * list of rooms says.
 */
export function WhichRoom({ of }: { of: Answer }) {
  const { t } = useTranslation();
  const roomId = of.kind === "block" ? undefined : of.roomId;
  const rooms = useNamedRooms();
  const room = rooms?.find((it) => it.roomId === roomId);
  const here = useMatch("/rooms/:roomId/*")?.params.roomId;
  if (!rooms || !room || rooms.length < 2 || here === roomId) return null;
  return (
    <strong className="which-room">
      {t("answer.room")} <bdi>{room.purpose}</bdi>
    </strong>
  );
}
