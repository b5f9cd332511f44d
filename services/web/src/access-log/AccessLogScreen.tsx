import { BodyLong, BodyShort, Button, Heading, Switch, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStandingError } from "../gateway/standingError";
import type { LogDay, RoomLog } from "../contracts/access-log";
import { useDates } from "../language/dates";
import { useRoomId } from "../rooms/useRoomId";
import { Page } from "../shell/Page";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { byDay, useAccessLog } from "./accessLog";
import { Added } from "./Added";
import { fold, isSaid, sumOf, type Line } from "./fold";
import { LogLine } from "./LogLine";
import { NowThere } from "./NowThere";
import { RepeatsLine } from "./RepeatsLine";
import { useReadsOn } from "./useReadsOn";
import { ViewsLine } from "./ViewsLine";
import { SaidLine } from "./SaidLine";

/** "Hvem har sett rommet mitt": every view and every message, in plain words (R8). */
export function AccessLogScreen() {
  const { t } = useTranslation();
  const roomId = useRoomId();
  const [own, setOwn] = useState(false);
  const log = useAccessLog(roomId, own);
  const pages = log.data?.pages;
  const error = useStandingError(log);
  const { lines, end, readOn } = useReadsOn(pages?.length ?? 0);
  const older = () => {
    readOn();
    void log.fetchNextPage();
  };
  const again = () => (log.isFetchNextPageError ? older() : void log.refetch());
  return (
    <Page title={t("accessLog.title")} back={`/rooms/${roomId}`} backText={t("room.backToRoom")}>
      <BodyLong>{t("accessLog.lead")}</BodyLong>
      <Switch checked={own} onChange={(event) => setOwn(event.target.checked)}>
        {t("accessLog.own")}
      </Switch>
      {!pages && !error && <Waiting rows={4} />}
      {pages?.every(({ items }) => items.length === 0) && (
        <BodyShort>{t("accessLog.empty")}</BodyShort>
      )}
      {pages?.[0] && <NowThere log={pages[0]} />}
      {pages && (
        <VStack gap="space-24" ref={lines}>
          <Days pages={pages} />
        </VStack>
      )}
      {pages && <Added pages={pages} />}
      {error !== null && <Trouble error={error} onRetry={again} />}
      {pages && pages.length > 1 && !log.hasNextPage && (
        <BodyShort ref={end} tabIndex={-1}>
          {t("accessLog.noMore")}
        </BodyShort>
      )}
      {log.hasNextPage && !log.isFetchNextPageError && (
        <div>
          <BodyShort spacing>{t("accessLog.more")}</BodyShort>
          <Button variant="secondary" loading={log.isFetchingNextPage} onClick={older}>
            {t("accessLog.older")}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Days({ pages }: { pages: RoomLog[] }) {
  const { t } = useTranslation();
  const dates = useDates();
  const days = byDay(pages);
  const more = pages.at(-1)?.nextBefore != null;
  return days.map(({ day, entries }, index) => (
    <VStack as="section" gap="space-8" key={day.from}>
      <Heading level="2" size="small" className="capital">
        {dates.day(day.from)}
      </Heading>
      {!day.whole && <BodyShort size="small">{t("accessLog.notWhole")}</BodyShort>}
      <ul className="plain-list log">
        {fold(entries).map((line, place, lines) => (
          <FoldOrEntries
            key={line[0].seq}
            line={line}
            day={day}
            goesOn={more && index === days.length - 1 && place === lines.length - 1}
          />
        ))}
      </ul>
    </VStack>
  ));
}

interface FoldOrEntriesProps {
  line: Line;
  day: LogDay;
  /** Older pages may have more of it. */
  goesOn: boolean;
}

function FoldOrEntries({ line, day, goesOn }: FoldOrEntriesProps) {
  const sum = sumOf(line, day);
  if (line.length > 1 && isSaid(line[0])) return <SaidLine line={line} goesOn={goesOn} />;
  if (!sum || sum.entries === 1) {
    return line.map((entry) => <LogLine key={entry.seq} entry={entry} />);
  }
  if (sum.kind !== "VIEWS") return <RepeatsLine line={line} sum={sum} />;
  return <ViewsLine line={line} sum={sum} whole={day.whole} />;
}
