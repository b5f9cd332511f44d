import { PrinterSmallIcon } from "@navikt/aksel-icons";
import { BodyLong, Button, Link, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { Link as RouterLink } from "react-router";
import type { RoomSummary } from "../contracts/rooms";
import { useStandingError } from "../gateway/standingError";
import { useRooms } from "../rooms/rooms";
import { Emergency } from "../shell/Emergency";
import { Page } from "../shell/Page";
import { Trouble } from "../shell/Trouble";
import { useStands } from "../shell/useStands";
import { Waiting } from "../shell/Waiting";
import { NotAll } from "./NotAll";
import { Parts } from "./Parts";
import { allOf, placeOf } from "./things";
import { useToldTrouble } from "./told";
import { useStanding } from "./useStanding";
import { useThings } from "./useThings";
import { WhichRoom } from "./WhichRoom";
import "../shell/standing.css";
import "../shell/next.css";

/** "Hva skjer videre": what waits for her, what is agreed and what waits for others, in all of her rooms. */
export function NextScreen() {
  const { t } = useTranslation();
  const rooms = useRooms();
  const { data, refetch } = rooms;
  const error = useStandingError(rooms);
  const trouble = useToldTrouble();
  const { isTold, toldOf } = useStanding();
  const isInPart = trouble !== undefined && toldOf > 0;
  const waits = data ? !isTold && !trouble : !error;
  return (
    <Page title={t("next.title")} back="/" backText={t("rooms.title")}>
      {data && trouble && <Trouble error={trouble.error} onRetry={trouble.again} />}
      {data && (isTold || isInPart) && <Next rooms={data} isTold={isTold} />}
      {!data && error && <Trouble error={error} onRetry={() => void refetch()} />}
      {waits && <Waiting />}
      <Emergency />
    </Page>
  );
}

function Next({ rooms, isTold }: { rooms: readonly RoomSummary[]; isTold: boolean }) {
  const { t } = useTranslation();
  const { roomOf, unplaced, ...things } = useThings(rooms);
  const { more } = useStanding();
  const isMore = more || unplaced > 0;
  const isNothing = allOf(things).length === 0;
  const isAsked = rooms.some(({ awaiting }) => awaiting.length > 0);
  const stands = useStands(placeOf(things));
  const among = rooms.filter(({ me }) => me.part === "PATIENT").length;
  const wayIn = (roomId: string) => {
    const room = roomOf(roomId);
    return room && { room, where: <WhichRoom of={room} among={among} /> };
  };
  return (
    <VStack gap="space-24" className="stands" data-stands={stands}>
      {isAsked && (
        <BodyLong>
          <Link as={RouterLink} to="/">
            {t("next.awaiting")}
          </Link>
        </BodyLong>
      )}
      {isNothing && isTold && !isMore && !isAsked && <BodyLong>{t("next.nothing")}</BodyLong>}
      <Parts things={things} wayIn={wayIn} />
      {isMore && isTold && <NotAll />}
      {!isNothing && (
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
