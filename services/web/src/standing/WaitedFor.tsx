import { Heading, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomSummary } from "../contracts/rooms";
import { useMe } from "../session/session";
import { inTurn } from "./days";
import { OneQuestion } from "./OneQuestion";
import { useQuestions } from "./QuestionsProvider";
import { Several } from "./Several";

/**
 * To a patient: what somebody asks him, and then whom his case waits for, in all of his own rooms.
 * Nothing where nothing waits, and where that is not known.
 */
export function WaitedFor({ rooms }: { rooms: readonly RoomSummary[] }) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const { all = [] } = useQuestions();
  const roomOf = new Map(
    rooms.filter(({ me }) => me.part === "PATIENT").map((room) => [room.roomId, room]),
  );
  const his = inTurn(all.filter(({ roomId }) => roomOf.has(roomId)));
  if (his.length === 0) return null;
  const forHim = his.filter(({ addresseeId }) => addresseeId === myId);
  const forOthers = his.filter(({ addresseeId }) => addresseeId !== myId);
  return (
    <VStack as="section" gap="space-8" aria-labelledby="waited-for">
      <Heading level="2" size="small" id="waited-for">
        {t("question.waits")}
      </Heading>
      <Several all={[...forHim, ...forOthers]}>
        {(of) => {
          const room = roomOf.get(of.roomId);
          const where = roomOf.size > 1 && room && (
            <bdi>{t("standing.inRoom", { purpose: room.purpose })}</bdi>
          );
          return room && <OneQuestion {...{ of, room, where }} headingLevel="3" />;
        }}
      </Several>
    </VStack>
  );
}
