import { useTranslation } from "react-i18next";
import { ClosedLine } from "../consent/ClosedLine";
import type { RoomDetails } from "../contracts/rooms";
import { ConversationView } from "../conversation/ConversationView";
import { WaitingConversation } from "../conversation/WaitingConversation";
import { fetched } from "../shell/Fetched";
import { useMedia, WIDEST } from "../shell/useMedia";
import { useTitle } from "../shell/useTitle";
import { RoomHeader } from "./RoomHeader";
import { RoomsBeside } from "./RoomsBeside";
import { isPatientOf } from "./seats";
import { useRoomId } from "./useRoomId";
import { WhileHers, type ViewWhileHers } from "./WhileHers";

/** What a conversation on a phone does without. */
const NoConversation = fetched(() => import("./NoConversation").then((it) => it.NoConversation));
const Participants = fetched(() => import("./Participants").then((it) => it.Participants));

export function RoomScreen() {
  const roomId = useRoomId();
  return <WhileHers roomId={roomId}>{(view) => <RoomHere {...{ roomId, view }} />}</WhileHers>;
}

function RoomHere({ roomId, view }: { roomId: string; view: ViewWhileHers }) {
  const { t } = useTranslation();
  useTitle(t("room.title"));
  const room = view.kind === "here" ? view.room : undefined;
  if (room && !isConversation(room)) return <NoConversation key={roomId} room={room} />;
  return (
    <RoomsBeside roomId={roomId}>
      {room ? <OpenRoom key={roomId} room={room} /> : <ComingRoom roomId={roomId} />}
    </RoomsBeside>
  );
}

/** After a withdrawal only the patient gets here, and may read but not write. */
function isConversation(room: RoomDetails): boolean {
  return room.status === "ACTIVE" || (room.status === "WITHDRAWN" && isPatientOf(room));
}

function ComingRoom({ roomId }: { roomId: string }) {
  return (
    <section className="room__talk">
      <WaitingConversation roomId={roomId} />
    </section>
  );
}

function OpenRoom({ room }: { room: RoomDetails }) {
  const wide = useMedia(WIDEST);
  return (
    <>
      <section className="room__talk">
        <RoomHeader room={room} />
        <ClosedLine room={room} />
        <ConversationView room={room} />
      </section>
      {wide && (
        <aside className="room__aside">
          <Participants room={room} headingLevel="2" />
        </aside>
      )}
    </>
  );
}
