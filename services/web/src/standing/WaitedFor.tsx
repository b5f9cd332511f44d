import { Heading, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomSummary } from "../contracts/rooms";
import { ThingsInRooms } from "./ThingsInRooms";
import { useThings } from "./useThings";

/**
 * To a patient: what he is asked, and then whom his case waits for, in all of his own rooms. Nothing
 * where nothing is known to wait.
 */
export function WaitedFor({ rooms }: { rooms: readonly RoomSummary[] }) {
  const { t } = useTranslation();
  const { hers, others, roomOf } = useThings(rooms, "PATIENT");
  const all = [...hers, ...others];
  if (all.length === 0) return null;
  return (
    <VStack as="section" gap="space-8" aria-labelledby="waited-for">
      <Heading level="2" size="small" id="waited-for">
        {t("question.waits")}
      </Heading>
      <ThingsInRooms {...{ all, rooms, roomOf }} />
    </VStack>
  );
}
