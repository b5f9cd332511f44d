import { BodyLong, BodyShort, Button, Heading, Switch, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LogEntry } from "../contracts/access-log";
import { useDates } from "../language/dates";
import { useRoomId } from "../rooms/useRoomId";
import { Page } from "../shell/Page";
import { Trouble } from "../shell/Trouble";
import { Waiting } from "../shell/Waiting";
import { byDay, useAccessLog } from "./accessLog";
import { fold, type Line } from "./fold";
import { LogLine } from "./LogLine";
import { RepeatsLine } from "./RepeatsLine";
import { ViewsLine } from "./ViewsLine";

/** "Hvem har sett rommet mitt": every view and every message, in plain words (R8). */
export function AccessLogScreen() {
  const { t } = useTranslation();
  const roomId = useRoomId();
  const [own, setOwn] = useState(false);
  const log = useAccessLog(roomId, own);
  const entries = log.data?.pages.flatMap(({ items }) => items);
  return (
    <Page title={t("accessLog.title")} back={`/rooms/${roomId}`} backText={t("room.backToRoom")}>
      <BodyLong>{t("accessLog.lead")}</BodyLong>
      <Switch checked={own} onChange={(event) => setOwn(event.target.checked)}>
        {t("accessLog.own")}
      </Switch>
      {log.isPending && <Waiting rows={4} />}
      {entries?.length === 0 && <BodyShort>{t("accessLog.empty")}</BodyShort>}
      {entries && <Days entries={entries} />}
      {log.error && <Trouble error={log.error} onRetry={() => void log.refetch()} />}
      {log.hasNextPage && (
        <div>
          <BodyShort spacing>{t("accessLog.partOfDay")}</BodyShort>
          <Button
            variant="secondary"
            loading={log.isFetchingNextPage}
            onClick={() => void log.fetchNextPage()}
          >
            {t("accessLog.older")}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Days({ entries }: { entries: LogEntry[] }) {
  const dates = useDates();
  return byDay(entries, dates.sameDay).map(({ day, entries: ofDay }) => (
    <VStack as="section" gap="space-8" key={ofDay[0]?.seq}>
      <Heading level="2" size="small" className="capital">
        {dates.day(day)}
      </Heading>
      <ul className="plain-list log">
        {fold(ofDay).map((line) => (
          <FoldOrEntry key={line[0].seq} line={line} />
        ))}
      </ul>
    </VStack>
  ));
}

function FoldOrEntry({ line }: { line: Line }) {
  const [latest] = line;
  if (line.length === 1) return <LogLine entry={latest} />;
  const repeated = latest.action === "REFUSED" || latest.action === "LOG_SEARCHED";
  return repeated ? <RepeatsLine line={line} /> : <ViewsLine line={line} />;
}
