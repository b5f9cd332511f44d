import { BodyShort, HStack, Link } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import type { RoomDetails } from "../contracts/rooms";
import { useWhenNo } from "./useWhenNo";

/** Above what was written in a room that its patient has closed: when, and the way to look again. */
export function ClosedLine({ room }: { room: RoomDetails }) {
  const { t } = useTranslation();
  const said = useWhenNo(room);
  if (!room.may.openAgain) return null;
  return (
    <HStack gap="space-8" paddingInline="space-16" paddingBlock="space-8" align="center">
      <BodyShort size="small">{said}</BodyShort>
      <Link as={RouterLink} to={`/rooms/${room.roomId}/consent`}>
        {t("consent.yours")}
      </Link>
    </HStack>
  );
}
