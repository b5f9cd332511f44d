import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { RoomGone } from "../rooms/RoomGone";
import { RoomOver } from "../rooms/RoomOver";
import { useRoom } from "../rooms/rooms";
import { useRoomId } from "../rooms/useRoomId";
import { Page } from "../shell/Page";
import { Waiting } from "../shell/Waiting";
import { AskForConsent } from "./AskForConsent";
import { GivenConsent } from "./GivenConsent";
import { WithdrawnConsent } from "./WithdrawnConsent";

/** The one place where consent is given, and the one where it is taken back (R5). */
export function ConsentScreen() {
  const { t } = useTranslation();
  const roomId = useRoomId();
  const view = useRoom(roomId);
  switch (view.kind) {
    case "waiting":
      return <Waiting />;
    case "trouble":
      return <RoomGone {...view} />;
    case "here":
      if (view.room.status === "DECLINED") return <RoomOver room={view.room} />;
      return (
        <Page
          title={t(view.room.may.consent ? "consent.title" : "consent.yours")}
          {...(view.room.may.consent
            ? { back: "/", backText: t("rooms.title") }
            : { back: `/rooms/${roomId}`, backText: t("room.backToRoom") })}
        >
          <Standing room={view.room} />
        </Page>
      );
  }
}

function Standing({ room }: { room: RoomDetails }) {
  if (room.may.consent) return <AskForConsent room={room} />;
  if (room.status === "WITHDRAWN") return <WithdrawnConsent room={room} />;
  return <GivenConsent room={room} />;
}
