import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { Page } from "../shell/Page";
import { Waiting } from "../shell/Waiting";
import { Participants } from "./Participants";
import { useRoomId } from "./useRoomId";
import { WhileHers } from "./WhileHers";

export function ParticipantsScreen() {
  const roomId = useRoomId();
  return (
    <WhileHers roomId={roomId}>
      {(view) =>
        view.kind === "here" ? <ParticipantsOf key={roomId} room={view.room} /> : <Waiting />
      }
    </WhileHers>
  );
}

function ParticipantsOf({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  return (
    <Page
      title={t("participants.title")}
      back={`/rooms/${room.roomId}`}
      backText={t("room.backToRoom")}
    >
      <Participants room={room} headingLevel="1" />
    </Page>
  );
}
