import { BodyShort } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useMe } from "../session/session";
import type { Line } from "./fold";
import { FoldedLine } from "./FoldedLine";
import { useViewsText } from "./viewsText";

/** How often one person looked that day. */
export function ViewsLine({ line }: { line: Line }) {
  const { t } = useTranslation();
  const viewsText = useViewsText();
  const [latest] = line;
  const mine = latest.agent.personId === useMe().personId;
  return (
    <FoldedLine line={line} mine={mine}>
      <BodyShort>
        <strong>{mine ? t("words.You") : <bdi>{latest.agent.name}</bdi>}</strong> {viewsText(line)}
      </BodyShort>
    </FoldedLine>
  );
}
