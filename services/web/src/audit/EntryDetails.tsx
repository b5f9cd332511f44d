import { useTranslation } from "react-i18next";
import type { LogEntry } from "../contracts/access-log";
import { useDates } from "../language/dates";
import { useProblemText } from "../language/problems";

/** Everything an entry holds, the hash that chains it to the one before included (R7). */
export function EntryDetails({ entry }: { entry: LogEntry }) {
  const { t } = useTranslation();
  const dates = useDates();
  const problemText = useProblemText();
  const { code, fromSeq, toSeq, personName, reason, count } = entry.details;
  const rows: [string, string | undefined][] = [
    [t("audit.until"), entry.until && dates.exact(entry.until)],
    [t("audit.recorded"), dates.exact(entry.recordedAt)],
    [t("audit.role"), entry.agent.title],
    [t("audit.patient"), entry.patient?.name],
    [t("audit.concerns"), personName],
    [t("audit.reasonGiven"), reason],
    [t("audit.why"), code && `${problemText(code)} (${code})`],
    [t("audit.times"), count?.toString()],
    [t("audit.messages"), fromSeq == null ? undefined : `${fromSeq}–${toSeq ?? fromSeq}`],
    [t("audit.roomId"), entry.roomId],
    [t("audit.entryId"), entry.entryId],
    [t("audit.teller"), entry.teller],
    [t("audit.hash"), entry.hash],
  ];
  return (
    <dl className="facts">
      {rows.map(
        ([term, value]) =>
          value && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
