import { ChevronDownIcon } from "@navikt/aksel-icons";
import { Detail } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { isUnderWay, periodOf, type Line } from "./fold";
import { LogLine } from "./LogLine";
import { LogPeriod } from "./LogPeriod";
import { whereFrom } from "./whereFrom";

/** Several entries of one person's as one line, which opens to each of them (R8). */
export function FoldedLine(props: { line: Line; mine: boolean; children: ReactNode }) {
  const { line, mine, children } = props;
  const [latest] = line;
  const { from, until } = periodOf(line);
  const where = whereFrom(latest);
  return (
    <li className="log__views" data-mine={mine}>
      <details>
        <summary className="log__line">
          <ChevronDownIcon aria-hidden fontSize="1.25rem" className="log__icon log__chevron" />
          <div>
            {children}
            {!mine && where !== "" && (
              <Detail as="p" textColor="subtle">
                {where}
              </Detail>
            )}
          </div>
          <LogPeriod from={from} until={until} underWay={line.some(isUnderWay)} />
        </summary>
        <ul className="plain-list log__each">
          {line.map((entry) => (
            <LogLine key={entry.seq} entry={entry} />
          ))}
        </ul>
      </details>
    </li>
  );
}
