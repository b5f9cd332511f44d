import { PrinterSmallIcon } from "@navikt/aksel-icons";
import { BodyLong, Button, Heading, VStack } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useStandingError } from "../gateway/standingError";
import type { RoomSummary } from "../contracts/rooms";
import { useRooms } from "../rooms/rooms";
import { Emergency } from "../shell/Emergency";
import { Page } from "../shell/Page";
import { Trouble } from "../shell/Trouble";
import { useStands } from "../shell/useStands";
import { Waiting } from "../shell/Waiting";
import { Agreed } from "./Agreed";
import { useStandingAppointments } from "./AppointmentsProvider";
import { NotAll } from "./NotAll";
import { OneProposal } from "./OneProposal";
import { OneQuestion } from "./OneQuestion";
import { ProposalTimes } from "./ProposalTimes";
import { useQuestions } from "./QuestionsProvider";
import { keyOfThing, keysOf, type Thing } from "./things";
import { useToldTrouble } from "./told";
import { useThings } from "./useThings";
import { WhichRoom } from "./WhichRoom";
import "../shell/next.css";

/** "Hva skjer videre": what waits for her, what is agreed and what waits for others, in all of her rooms. */
export function NextScreen() {
  const { t } = useTranslation();
  const rooms = useRooms();
  const { data, refetch } = rooms;
  const error = useStandingError(rooms);
  const trouble = useToldTrouble();
  const { all: questions } = useQuestions();
  const { all: appointments } = useStandingAppointments();
  const isTold = questions !== undefined && appointments !== undefined;
  return (
    <Page title={t("next.title")} back="/" backText={t("rooms.title")}>
      {data && isTold && <Next rooms={data} />}
      {!data && error && <Trouble error={error} onRetry={() => void refetch()} />}
      {data && !isTold && trouble && <Trouble error={trouble.error} onRetry={trouble.again} />}
      {(!data ? !error : !isTold && !trouble) && <Waiting />}
      <Emergency />
    </Page>
  );
}

function Next({ rooms }: { rooms: readonly RoomSummary[] }) {
  const { t } = useTranslation();
  const { roomOf, ...things } = useThings(rooms);
  const { hers, agreed, others } = things;
  const { more } = useQuestions();
  const { more: moreTimes } = useStandingAppointments();
  const isMore = more || moreTimes;
  const all = keysOf(things);
  const stands = useStands(all.join());
  const among = rooms.filter(({ me }) => me.part === "PATIENT").length;
  const wayIn = (roomId: string) => {
    const room = roomOf(roomId);
    const where = room && <WhichRoom of={room} among={among} />;
    return room && ({ room, where, headingLevel: "3" } as const);
  };
  const listed = (which: readonly Thing[]) => (
    <ul className="plain-list room-cards">
      {which.map((thing) => {
        const way = wayIn(thing.of.roomId);
        return (
          way && (
            <li key={keyOfThing(thing)} className="room-card standing">
              {thing.kind === "question" ? (
                <OneQuestion of={thing.of} {...way} />
              ) : (
                <OneProposal of={thing.of} {...way}>
                  <ProposalTimes of={thing.of} room={way.room} />
                </OneProposal>
              )}
            </li>
          )
        );
      })}
    </ul>
  );
  return (
    <VStack gap="space-24" className="stands next" data-stands={stands}>
      {all.length === 0 && !isMore && <BodyLong>{t("next.nothing")}</BodyLong>}
      {hers.length > 0 && <Part title={t("question.waitsForYou")}>{listed(hers)}</Part>}
      {agreed.length > 0 && (
        <Part title={t("next.agreed")}>
          <Agreed all={agreed}>{({ roomId }) => wayIn(roomId)}</Agreed>
        </Part>
      )}
      {others.length > 0 && <Part title={t("next.waitsForOthers")}>{listed(others)}</Part>}
      {isMore && <NotAll />}
      {all.length > 0 && (
        <Button
          variant="tertiary"
          size="small"
          icon={<PrinterSmallIcon aria-hidden />}
          className="next__print"
          onClick={() => window.print()}
        >
          {t("next.print")}
        </Button>
      )}
    </VStack>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <VStack as="section" gap="space-8" aria-label={title}>
      <Heading level="2" size="small">
        {title}
      </Heading>
      {children}
    </VStack>
  );
}
