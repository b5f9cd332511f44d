import { Heading, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomSummary } from "../contracts/rooms";
import { useMe } from "../session/session";
import { inTurn } from "./days";
import { OneQuestion } from "./OneQuestion";
import { useQuestions } from "./QuestionsProvider";
import { Several } from "./Several";

/**
 * What somebody owes an answer to, in the rooms where she helps. Nothing where nothing waits, and
 * where that is not known. A question of which the list does not have the room yet waits for it.
 */
export function Owed({ rooms }: { rooms: readonly RoomSummary[] }) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const { all = [] } = useQuestions();
  const roomOf = new Map(
    rooms.filter(({ me }) => me.part === "HELPER").map((room) => [room.roomId, room]),
  );
  const mine = all.filter((it) => it.addresseeId === myId && roomOf.has(it.roomId));
  if (mine.length === 0) return null;
  return (
    <VStack as="section" gap="space-8" aria-labelledby="owed">
      <Heading level="2" size="small" id="owed">
        {t("standing.owed")}
      </Heading>
      <Several all={inTurn(mine)}>
        {(of) => {
          const room = roomOf.get(of.roomId);
          return (
            room && <OneQuestion of={of} room={room} where={<About of={room} />} headingLevel="3" />
          );
        }}
      </Several>
    </VStack>
  );
}

function About({ of: { patient, purpose } }: { of: RoomSummary }) {
  const { t } = useTranslation();
  return <bdi>{t("standing.about", { name: patient.name, purpose })}</bdi>;
}
