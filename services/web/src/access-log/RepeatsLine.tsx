import { BodyShort } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../session/session";
import { useActionText } from "./actionText";
import { useAgentName } from "./agentName";
import { timesIn, type Line } from "./fold";
import { FoldedLine } from "./FoldedLine";

/** How often one person was refused the same thing, or searched for the same reason, that day. */
export function RepeatsLine({ line }: { line: Line }) {
  const { t } = useTranslation();
  const actionText = useActionText();
  const agentName = useAgentName();
  const [latest] = line;
  const mine = latest.agent.personId === useMe().personId;
  const all = { ...latest, details: { ...latest.details, count: timesIn(line) } };
  return (
    <FoldedLine line={line} mine={mine}>
      <BodyShort>
        <strong>{mine ? t("words.You") : <bdi>{agentName(latest)}</bdi>}</strong> {actionText(all)}
      </BodyShort>
    </FoldedLine>
  );
}
