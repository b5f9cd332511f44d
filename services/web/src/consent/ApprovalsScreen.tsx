import { BodyLong, InlineMessage, VStack } from "@navikt/ds-react";
import { LinkButton } from "../shell/LinkButton";
import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import { AddressOffer } from "../address/AddressOffer";
import type { RoomDetails } from "../contracts/rooms";
import { firstName } from "../language/names";
import { PushOffer } from "../notifications/PushOffer";
import { RoomGone } from "../rooms/RoomGone";
import { useRoom } from "../rooms/rooms";
import { proposerOf, waitingForApproval } from "../rooms/seats";
import { useRoomId } from "../rooms/useRoomId";
import { Page } from "../shell/Page";
import { useOnline } from "../shell/useOnline";
import { Waiting } from "../shell/Waiting";
import { ApprovalCard } from "./ApprovalCard";
import { useAsked } from "./useAsked";
import { WhatTheyWillRead } from "./WhatTheyWillRead";

/** The patient answers for each helper, each on her own. */
export function ApprovalsScreen() {
  const roomId = useRoomId();
  const view = useRoom(roomId);
  switch (view.kind) {
    case "waiting":
      return <Waiting />;
    case "trouble":
      return <RoomGone {...view} />;
    case "here":
      if (!view.room.may.approve) return <Navigate to={`/rooms/${roomId}`} replace />;
      return <Approvals key={roomId} room={view.room} />;
  }
}

/** What comes when all are answered comes below everything that can be tapped. */
function Approvals({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const asked = useAsked(room);
  const online = useOnline();
  const proposer = proposerOf(room);
  const done = waitingForApproval(room).length === 0;
  return (
    <Page title={t("approval.title")} back="/" backText={t("rooms.title")}>
      <BodyLong>
        {proposer?.status === "ACTIVE"
          ? t("approval.lead", { name: firstName(proposer.person.name) })
          : t("approval.leadAlone")}
      </BodyLong>
      {asked.length > 0 && <WhatTheyWillRead roomId={room.roomId} />}
      {asked.length > 0 && <BodyLong>{t(online ? "approval.leaving" : "approval.noNet")}</BodyLong>}
      <VStack gap="space-16">
        {asked.map((seat) => (
          <ApprovalCard key={seat.seatId} room={room} seat={seat} />
        ))}
      </VStack>
      <div>
        <LinkButton to={`/rooms/${room.roomId}`} variant={done ? "primary" : "tertiary"}>
          {t("approval.toRoom")}
        </LinkButton>
      </div>
      {done && (
        <InlineMessage status="success" role="status">
          {t("approval.done")}
        </InlineMessage>
      )}
      {done && <AddressOffer />}
      {done && <PushOffer />}
    </Page>
  );
}
