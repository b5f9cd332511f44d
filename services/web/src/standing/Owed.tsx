import { Heading, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomSummary } from "../contracts/rooms";
import { useMe } from "../session/session";
import { ThingsInRooms } from "./ThingsInRooms";
import { useThings } from "./useThings";

/** What somebody owes an answer to, in the rooms where she helps; nothing where nothing is known to wait. */
export function Owed({ rooms }: { rooms: readonly RoomSummary[] }) {
  const { t } = useTranslation();
  const { personId } = useMe();
  const { hers, roomOf } = useThings(rooms, "HELPER");
  // Her own proposal she owes nobody an answer to.
  const owed = hers.filter(({ kind, of }) => kind === "question" || of.proposedById !== personId);
  if (owed.length === 0) return null;
  return (
    <VStack as="section" gap="space-8" aria-labelledby="owed">
      <Heading level="2" size="small" id="owed">
        {t("standing.owed")}
      </Heading>
      <ThingsInRooms all={owed} {...{ rooms, roomOf }} />
    </VStack>
  );
}
