import { BodyShort, Detail, ReadMore, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { isolated } from "../language/isolated";
import { useAgentName } from "../access-log/agentName";
import type { LogEntry } from "../contracts/access-log";
import { useDates } from "../language/dates";
import { EntryDetails } from "./EntryDetails";

export function EntryCards({ entries }: { entries: LogEntry[] }) {
  const { t } = useTranslation();
  const agentName = useAgentName();
  const dates = useDates();
  return (
    <VStack as="ul" gap="space-12" className="plain-list">
      {entries.map((entry) => (
        <li key={entry.seq} className="card card--slim">
          <Detail as="p" textColor="subtle">
            {entry.seq} · {dates.exact(entry.at)}
          </Detail>
          <BodyShort>
            <strong>
              <bdi>{agentName(entry)}</bdi>
            </strong>
            {entry.agent.organisation && `, ${isolated(entry.agent.organisation.name)}`}
          </BodyShort>
          <BodyShort spacing>
            {t(`action.name.${entry.action}`)}
            {entry.outcome === "REFUSED" && ` – ${t("action.refused")}`}
          </BodyShort>
          <ReadMore header={t("audit.details")} size="small">
            <EntryDetails entry={entry} />
          </ReadMore>
        </li>
      ))}
    </VStack>
  );
}
