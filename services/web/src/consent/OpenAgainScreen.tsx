import { BodyLong, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Navigate, useNavigate } from "react-router";
import type { RoomDetails } from "../contracts/rooms";
import { languageOf } from "../language/language";
import { firstName } from "../language/names";
import { RoomGone } from "../rooms/RoomGone";
import { useRoom } from "../rooms/rooms";
import { waitingForApproval } from "../rooms/seats";
import { useRoomId } from "../rooms/useRoomId";
import { Page } from "../shell/Page";
import { Waiting } from "../shell/Waiting";
import { AskedBy } from "./AskedBy";
import { useOpening } from "./consent";
import { shownOf } from "./ifYes";
import { useWhenNo } from "./useWhenNo";
import { YesOrNo } from "./YesOrNo";

/** The consent page again, for a room that the patient has said no to. */
export function OpenAgainScreen() {
  const { t } = useTranslation();
  const roomId = useRoomId();
  const view = useRoom(roomId);
  switch (view.kind) {
    case "waiting":
      return <Waiting />;
    case "trouble":
      return <RoomGone {...view} />;
    case "here":
      if (!view.room.may.openAgain) return <Navigate to={placeOf(view.room)} replace />;
      return (
        <Page
          title={t("openAgain.title")}
          back={`/rooms/${roomId}/consent`}
          backText={t(view.room.status === "DECLINED" ? "openAgain.closed" : "consent.yours")}
        >
          <OpenAgain key={roomId} room={view.room} />
        </Page>
      );
  }
}

/** Where one goes on in a room that is open: to those who wait, if any do. */
function placeOf(room: RoomDetails): string {
  const place = `/rooms/${room.roomId}`;
  return room.may.approve && waitingForApproval(room).length > 0 ? `${place}/approvals` : place;
}

/** A no changes nothing here: the room stays as it is, and nothing is sent. */
export function OpenAgain({ room }: { room: RoomDetails }) {
  const { t, i18n } = useTranslation();
  const language = languageOf(i18n.language) ?? "nb";
  const navigate = useNavigate();
  const said = useWhenNo(room);
  const { give, given, pending } = useOpening(room.roomId);
  return (
    <VStack gap="space-16">
      {said && <BodyLong>{said}</BodyLong>}
      <AskedBy room={room}>
        {t("openAgain.was", {
          name: firstName(room.proposedBy.name),
          organisation: room.proposedBy.organisationName,
        })}
      </AskedBy>
      {room.status === "WITHDRAWN" && <BodyLong>{t("openAgain.reads")}</BodyLong>}
      <YesOrNo
        roomId={room.roomId}
        yes={t("openAgain.yes")}
        given={given}
        shown={room.accessEpoch}
        saying={pending && "yes"}
        onYes={(textVersion) =>
          give({ textVersion, decision: "GIVEN", language, ...shownOf(room) })
        }
        onNo={() => void navigate(`/rooms/${room.roomId}/consent`, { replace: true })}
      />
    </VStack>
  );
}
