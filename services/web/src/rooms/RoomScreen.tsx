import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import type { RoomDetails } from "../contracts/rooms";
import { useConversations } from "../conversation/ConversationsProvider";
import { ConversationView } from "../conversation/ConversationView";
import { WaitingConversation } from "../conversation/WaitingConversation";
import { codeOf } from "../gateway/refusal";
import { useMedia, WIDE } from "../shell/useMedia";
import { useTitle } from "../shell/useTitle";
import { Participants } from "./Participants";
import { RoomGone } from "./RoomGone";
import { RoomHeader } from "./RoomHeader";
import { RoomOver } from "./RoomOver";
import { useRoom, type RoomView } from "./rooms";
import { isPatientOf } from "./seats";
import { useRoomId } from "./useRoomId";
import { WaitingForConsent } from "./WaitingForConsent";

export function RoomScreen() {
  const { t } = useTranslation();
  const roomId = useRoomId();
  const view = useRoom(roomId);
  useTitle(t("room.title"));
  useClosed(roomId, view);
  switch (view.kind) {
    case "waiting":
      return <WaitingConversation roomId={roomId} />;
    case "trouble":
      return <RoomGone {...view} />;
    case "here":
      return <Room key={roomId} room={view.room} />;
  }
}

/** What was begun in a room that is not hers any more reaches nobody. */
function useClosed(roomId: string, view: RoomView) {
  const { closedElsewhere } = useConversations();
  const closed = view.kind === "trouble" && codeOf(view.error) === "room-unknown";
  useEffect(() => {
    if (closed) closedElsewhere(roomId);
  }, [closed, closedElsewhere, roomId]);
}

/** What the room is now decides what the screen is. */
function Room({ room }: { room: RoomDetails }) {
  switch (room.status) {
    case "PROPOSED":
      if (room.may.consent) return <Navigate to={`/rooms/${room.roomId}/consent`} replace />;
      return <WaitingForConsent room={room} />;
    case "DECLINED":
      return <RoomOver room={room} />;
    case "WITHDRAWN":
    case "ACTIVE":
      // After a withdrawal only the patient gets here, and may read but not write.
      return isPatientOf(room) || room.status === "ACTIVE" ? (
        <OpenRoom room={room} />
      ) : (
        <RoomOver room={room} />
      );
  }
}

function OpenRoom({ room }: { room: RoomDetails }) {
  const wide = useMedia(WIDE);
  return (
    <div className="room">
      <section className="room__talk">
        <RoomHeader room={room} />
        <ConversationView room={room} />
      </section>
      {wide && (
        <aside className="room__aside">
          <Participants room={room} headingLevel="2" />
        </aside>
      )}
    </div>
  );
}
