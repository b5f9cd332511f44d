import { BodyShort, Detail, HStack, Link, LinkCard, Tag, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import type { RoomSummary } from "../contracts/rooms";
import { useUnread } from "../conversation/useConversation";
import { firstName } from "../language/names";
import { isPatientOf } from "./seats";

export function RoomCard({ room }: { room: RoomSummary }) {
  const { t } = useTranslation();
  const mine = isPatientOf(room);
  return (
    <VStack as="li" gap="space-4">
      <LinkCard className="room-card">
        <LinkCard.Title as="h2">
          <LinkCard.Anchor asChild>
            <RouterLink to={`/rooms/${room.roomId}`}>
              {mine ? t("rooms.yours") : <bdi>{room.patient.name}</bdi>}
            </RouterLink>
          </LinkCard.Anchor>
        </LinkCard.Title>
        <LinkCard.Description>
          <BodyShort as="span" className="clamp">
            <bdi>{room.purpose}</bdi>
          </BodyShort>
        </LinkCard.Description>
        <LinkCard.Footer>
          <Standing room={room} />
        </LinkCard.Footer>
      </LinkCard>
      {mine && room.status === "ACTIVE" && (
        <Link as={RouterLink} to={`/rooms/${room.roomId}/consent`} className="room-card__aside">
          {t("consent.yours")}
        </Link>
      )}
    </VStack>
  );
}

function Standing({ room }: { room: RoomSummary }) {
  const { t } = useTranslation();
  const unread = useUnread(room.roomId);
  switch (room.status) {
    case "PROPOSED":
      return (
        <Tag size="small" variant="outline" data-color="warning">
          {t("rooms.waitsForConsent", { name: firstName(room.patient.name) })}
        </Tag>
      );
    case "ACTIVE":
      return (
        <HStack gap="space-8" align="center">
          {unread > 0 && (
            <Tag size="small" variant="strong" data-color="accent">
              {t("rooms.unread", { count: unread })}
            </Tag>
          )}
          <Detail as="span" textColor="subtle">
            {t("rooms.participants", { count: room.participantCount })}
          </Detail>
        </HStack>
      );
    case "DECLINED":
      return (
        <Tag size="small" variant="outline">
          {t("rooms.declined")}
        </Tag>
      );
    case "WITHDRAWN":
      return (
        <Tag size="small" variant="outline">
          {t("rooms.withdrawn")}
        </Tag>
      );
  }
}
