import { ChevronDownIcon } from "@navikt/aksel-icons";
import { BodyShort, Detail } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Sum } from "../contracts/access-log";
import { useMe } from "../session/session";
import type { Line } from "./fold";
import { useAgentName } from "./agentName";
import { LogLine } from "./LogLine";
import { LogBetween, LogSince } from "./LogPeriod";
import { whereFrom } from "./whereFrom";

/** From when to when, how many entries it is made of, and whether the last of them goes on. */
type Stretch = Pick<Sum, "entries" | "from" | "until" | "underWay">;

/** Several entries of one person's as one line, which opens to each of them that is here (R8). */
export function FoldedLine(props: { line: Line; sum: Stretch; children: ReactNode }) {
  const { line, sum, children } = props;
  const { t } = useTranslation();
  const agentName = useAgentName();
  const [latest] = line;
  const mine = latest.agent.personId === useMe().personId;
  const rest = sum.entries - line.length;
  const where = whereFrom(latest);
  return (
    <li className="log__views" data-mine={mine}>
      <details>
        <summary className="log__line">
          <ChevronDownIcon aria-hidden fontSize="1.25rem" className="log__icon log__chevron" />
          <div>
            <BodyShort>
              <strong>{mine ? t("words.You") : <bdi>{agentName(latest)}</bdi>}</strong> {children}
            </BodyShort>
            {!mine && where !== "" && (
              <Detail as="p" textColor="subtle">
                {where}
              </Detail>
            )}
          </div>
          {sum.underWay ? (
            <LogSince from={sum.from} />
          ) : (
            <LogBetween from={sum.from} until={sum.until} />
          )}
        </summary>
        <ul className="plain-list log__each">
          {line.map((entry) => (
            <LogLine key={entry.seq} entry={entry} />
          ))}
          {rest > 0 && (
            <Detail as="li" textColor="subtle">
              {t("accessLog.rest", { count: rest })}
            </Detail>
          )}
        </ul>
      </details>
    </li>
  );
}
