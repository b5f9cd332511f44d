import { ChevronDownIcon } from "@navikt/aksel-icons";
import { BodyShort, Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../session/session";
import { messagesIn, visitsIn, type Line } from "./fold";
import { LogLine } from "./LogLine";
import { LogPeriod } from "./LogPeriod";
import { whereFrom } from "./whereFrom";

/** How often one person looked that day; opens to each time (R8). */
export function ViewsLine({ line }: { line: Line }) {
  const { t } = useTranslation();
  const [latest] = line;
  const earliest = line.at(-1) ?? latest;
  const mine = latest.agent.personId === useMe().personId;
  const messages = messagesIn(line);
  const visits = t("accessLog.visits", { count: visitsIn(line) });
  const where = whereFrom(latest);
  return (
    <li className="log__views" data-mine={mine}>
      <details>
        <summary className="log__line">
          <ChevronDownIcon aria-hidden fontSize="1.25rem" className="log__icon log__chevron" />
          <div>
            {mine ? (
              <BodyShort>{t("accessLog.yourself", { count: line.length })}</BodyShort>
            ) : (
              <BodyShort>
                <strong>{latest.agent.name}</strong>{" "}
                {messages > 0 ? t("accessLog.visitsAndRead", { visits, count: messages }) : visits}
              </BodyShort>
            )}
            {!mine && where !== "" && (
              <Detail as="p" textColor="subtle">
                {where}
              </Detail>
            )}
          </div>
          <LogPeriod from={earliest.at} until={latest.until ?? latest.at} />
        </summary>
        <ul className="plain-list log__each">
          {line.map((entry) => (
            <LogLine key={entry.entryId} entry={entry} />
          ))}
        </ul>
      </details>
    </li>
  );
}
