import { Heading } from "@navikt/ds-react";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ClosedLine } from "../consent/ClosedLine";
import type { RoomDetails } from "../contracts/rooms";
import { ConversationView } from "../conversation/ConversationView";
import { useConnection } from "../conversation/useConversation";
import { WaitingConversation } from "../conversation/WaitingConversation";
import { StripPlace } from "../standing/StripPlace";
import { BareLine } from "../shell/BareLine";
import { EmergencyBelow } from "../shell/EmergencyBelow";
import { fetched } from "../shell/Fetched";
import { Lasting } from "../shell/Lasting";
import { BESIDE, useMedia, WIDEST } from "../shell/useMedia";
import { useTakesOver } from "../shell/useTakesOver";
import { useTitle } from "../shell/useTitle";
import { Alone } from "./Alone";
import { RoomHeader } from "./RoomHeader";
import { RoomsBeside } from "./RoomsBeside";
import { isPatientOf } from "./seats";
import { nameAtHand } from "./rooms";
import { useRoomId } from "./useRoomId";
import { WhileHers, type ViewWhileHers } from "./WhileHers";

/** What a conversation on a phone does without. */
const NoConversation = fetched(() => import("./NoConversation").then((it) => it.NoConversation));
const Participants = fetched(() => import("./Participants").then((it) => it.Participants));

export function RoomScreen() {
  const roomId = useRoomId();
  return (
    <RoomsBeside roomId={roomId}>
      <WhileHers roomId={roomId} frame={InItsPlace}>
        {(view) => <RoomHere {...{ roomId, view }} />}
      </WhileHers>
    </RoomsBeside>
  );
}

/**
 * What has become of the room, beside the list where there is room for both, and whom to ring, as in a
 * room. Nobody takes part in it here: it has their place too.
 */
function InItsPlace({ children }: { children: ReactNode }) {
  const beside = useMedia(BESIDE);
  if (!beside) return <Alone>{children}</Alone>;
  return (
    <section className="room__talk room__talk--instead">
      <BareLine />
      <div className="talk">{children}</div>
      <EmergencyBelow />
    </section>
  );
}

function RoomHere({ roomId, view }: { roomId: string; view: ViewWhileHers }) {
  const { t } = useTranslation();
  useTitle(t("room.title"));
  const room = view.kind === "here" ? view.room : undefined;
  if (!room) return <ComingRoom roomId={roomId} />;
  if (isConversation(room)) return <OpenRoom key={roomId} room={room} />;
  return (
    <Alone>
      <NoConversation key={roomId} room={room} />
    </Alone>
  );
}

/** After a withdrawal only the patient gets here, and may read but not write. */
function isConversation(room: RoomDetails): boolean {
  return room.status === "ACTIVE" || (room.status === "WITHDRAWN" && isPatientOf(room));
}

function ComingRoom({ roomId }: { roomId: string }) {
  const connected = useConnection().kind === "open";
  return (
    <section className="room__talk">
      <BareLine>
        {!connected && (
          <Lasting>
            <Called roomId={roomId} />
          </Lasting>
        )}
      </BareLine>
      <WaitingConversation roomId={roomId} />
    </section>
  );
}

/** Which room it is that does not come, as far as the list has told; who came here is at it. */
function Called({ roomId }: { roomId: string }) {
  const { t } = useTranslation();
  const name = nameAtHand(useQueryClient(), roomId);
  const heading = useTakesOver<HTMLHeadingElement>();
  return (
    <Heading level="1" size="xsmall" className="clamp-one" ref={heading} tabIndex={-1}>
      <bdi>{name ?? t("room.title")}</bdi>
    </Heading>
  );
}

function OpenRoom({ room }: { room: RoomDetails }) {
  const wide = useMedia(WIDEST);
  return (
    <>
      <section className="room__talk">
        <RoomHeader room={room} />
        <StripPlace room={room} />
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
