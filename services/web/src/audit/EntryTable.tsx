import { Table } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useAgentName } from "../access-log/agentName";
import type { LogEntry } from "../contracts/access-log";
import { useDates } from "../language/dates";
import { EntryDetails } from "./EntryDetails";

export function EntryTable({ entries }: { entries: LogEntry[] }) {
  const { t } = useTranslation();
  const agentName = useAgentName();
  const dates = useDates();
  return (
    <Table size="small">
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell scope="col">{t("audit.number")}</Table.HeaderCell>
          <Table.HeaderCell scope="col">{t("audit.when")}</Table.HeaderCell>
          <Table.HeaderCell scope="col">{t("audit.who")}</Table.HeaderCell>
          <Table.HeaderCell scope="col">{t("audit.what")}</Table.HeaderCell>
          <Table.HeaderCell scope="col">{t("audit.patient")}</Table.HeaderCell>
          <Table.HeaderCell scope="col">
            <span className="sr-only">{t("audit.details")}</span>
          </Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {entries.map((entry) => (
          <Table.ExpandableRow
            key={entry.seq}
            togglePlacement="right"
            content={<EntryDetails entry={entry} />}
          >
            <Table.DataCell>{entry.seq}</Table.DataCell>
            <Table.DataCell>{dates.exact(entry.at)}</Table.DataCell>
            <Table.HeaderCell scope="row">
              <bdi>{agentName(entry)}</bdi>
              {entry.agent.organisation && (
                <span className="under">
                  <bdi>{entry.agent.organisation.name}</bdi>
                </span>
              )}
            </Table.HeaderCell>
            <Table.DataCell>
              {t(`action.name.${entry.action}`)}
              {entry.outcome === "REFUSED" && <span className="under">{t("action.refused")}</span>}
            </Table.DataCell>
            <Table.DataCell>
              <bdi>{entry.patient?.name ?? "–"}</bdi>
            </Table.DataCell>
          </Table.ExpandableRow>
        ))}
      </Table.Body>
    </Table>
  );
}
