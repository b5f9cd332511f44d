import { useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import { ClosedLine } from "../consent/ClosedLine";
import type { RoomDetails } from "../contracts/rooms";
import { useConversations } from "../conversation/ConversationsProvider";
import { ConversationView } from "../conversation/ConversationView";
import { howItEnded, type Ending } from "../conversation/howItEnded";
import { WaitingConversation } from "../conversation/WaitingConversation";
import { codeOf } from "../gateway/refusal";
import { useMedia, WIDEST } from "../shell/useMedia";
import { useTitle } from "../shell/useTitle";
import { Participants } from "./Participants";
import { RoomGone } from "./RoomGone";
import { RoomHeader } from "./RoomHeader";
import { RoomOver } from "./RoomOver";
import { RoomsBeside } from "./RoomsBeside";
import { useLetInAgain, useRoom, type RoomView } from "./rooms";
import { isPatientOf } from "./seats";
import { useRoomId } from "./useRoomId";
import { WaitingForConsent } from "./WaitingForConsent";

export function RoomScreen() {
  const roomId = useRoomId();
  const [over, setOver] = useState<Over>();
  if (over && over.roomId !== roomId) setOver(undefined);
  // What was closed before somebody's eyes she opens again herself, or it would be no visit (R6).
  if (over?.roomId === roomId) return <RoomLeft over={over} onOpen={() => setOver(undefined)} />;
  return <RoomHere roomId={roomId} onOver={setOver} />;
}

/** A room that was on the screen until now. */
type Over = Extract<RoomView, { kind: "trouble" }> & { roomId: string; ended?: Ending | undefined };

function RoomLeft({ over, onOpen }: { over: Over; onOpen: () => void }) {
  const open = useLetInAgain(over.was);
  const onOpenAgain = open && (() => (open(), onOpen()));
  return <RoomGone {...over} onOpenAgain={onOpenAgain} />;
}

function RoomHere({ roomId, onOver }: { roomId: string; onOver: (over: Over) => void }) {
  const { t } = useTranslation();
  const view = useRoom(roomId);
  useTitle(t("room.title"));
  const isOver = useOver(roomId, view, onOver);
  if (isOver) return null;
  if (view.kind === "trouble") return <RoomGone {...view} />;
  const room = view.kind === "here" ? view.room : undefined;
  if (room && !isConversation(room)) return <Room key={roomId} room={room} />;
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

/** What was begun in a room that is not hers any more reaches nobody. Whether it was hers until now. */
function useOver(roomId: string, view: RoomView, onOver: (over: Over) => void): boolean {
  const { closedElsewhere, endOf } = useConversations();
  const over = view.kind === "trouble" && codeOf(view.error) === "room-unknown" ? view : undefined;
  const closed = over !== undefined;
  const wasHere = over?.was !== undefined;
  useLayoutEffect(() => {
    if (closed) closedElsewhere(roomId);
    if (!over || !wasHere) return;
    const end = endOf(roomId);
    onOver({ ...over, roomId, ended: end && howItEnded(end) });
    // `over` is another one each time it is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [closed, wasHere, closedElsewhere, endOf, onOver, roomId]);
  return wasHere;
}

/** One that is no conversation, or not yet, or not any more. */
function Room({ room }: { room: RoomDetails }) {
  if (room.status !== "PROPOSED") return <RoomOver room={room} />;
  if (room.may.consent) return <Navigate to={`/rooms/${room.roomId}/consent`} replace />;
  return <WaitingForConsent room={room} />;
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
