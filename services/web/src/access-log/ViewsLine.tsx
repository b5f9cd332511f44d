import { BodyShort } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../session/session";
import { messagesIn, timesIn, visitsIn, type Line } from "./fold";
import { FoldedLine } from "./FoldedLine";

/** How often one person looked that day. */
export function ViewsLine({ line }: { line: Line }) {
  const { t } = useTranslation();
  const [latest] = line;
  const mine = latest.agent.personId === useMe().personId;
  const messages = messagesIn(line);
  const visits = t("accessLog.visits", { count: visitsIn(line) });
  return (
    <FoldedLine line={line} mine={mine}>
      {mine ? (
        <BodyShort>{t("accessLog.yourself", { count: timesIn(line) })}</BodyShort>
      ) : (
        <BodyShort>
          <strong>
            <bdi>{latest.agent.name}</bdi>
          </strong>{" "}
          {messages > 0 ? t("accessLog.visitsAndRead", { visits, count: messages }) : visits}
        </BodyShort>
      )}
    </FoldedLine>
  );
}
