import { useTranslation } from "react-i18next";
import { useMatch } from "react-router";
import { nameOf, useNamedRooms } from "../rooms/rooms";
import { useSession } from "../session/session";
import type { Answer } from "./answer";

/** Which room an answer was for, where its person has several and is not in that one. */
export function WhichRoom({ of }: { of: Answer }) {
  const { t } = useTranslation();
  const name = useNameAmongOthers(of);
  if (name === undefined) return null;
  return (
    <strong className="which-room">
      {t("answer.room")} <bdi>{name}</bdi>
    </strong>
  );
}

/** As her list of rooms has it; where that is not at hand, as it was called when she answered. */
function useNameAmongOthers(of: Answer): string | undefined {
  const isThere = useSession().session.kind === "signed-in";
  const rooms = useNamedRooms(isThere);
  const here = useMatch("/rooms/:roomId/*")?.params.roomId;
  if (of.kind === "block") return undefined;
  // Without its server a page shows no room, whatever its address.
  if (isThere && here === of.roomId) return undefined;
  if (!rooms) return of.called;
  const room = rooms.find((it) => it.roomId === of.roomId);
  return room && rooms.length > 1 ? nameOf(room) : undefined;
}
