import { useTranslation } from "react-i18next";
import { Page } from "../shell/Page";
import { Waiting } from "../shell/Waiting";
import { Participants } from "./Participants";
import { RoomGone } from "./RoomGone";
import { useRoom } from "./rooms";
import { useRoomId } from "./useRoomId";

export function ParticipantsScreen() {
  const { t } = useTranslation();
  const roomId = useRoomId();
  const view = useRoom(roomId);
  switch (view.kind) {
    case "waiting":
      return <Waiting />;
    case "trouble":
      return <RoomGone {...view} />;
    case "here":
      return (
        <Page
          title={t("participants.title")}
          back={`/rooms/${roomId}`}
          backText={t("room.backToRoom")}
        >
          <Participants key={roomId} room={view.room} headingLevel="1" />
        </Page>
      );
  }
}
