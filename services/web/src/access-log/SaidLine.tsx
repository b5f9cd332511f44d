import { useTranslation } from "react-i18next";
import type { Line } from "./fold";
import { FoldedLine } from "./FoldedLine";

/** What one person wrote in a row, or answered shortly. */
export function SaidLine({ line, goesOn }: { line: Line; goesOn: boolean }) {
  const { t } = useTranslation();
  // An entry may have come late.
  const [from = "", ...rest] = line.map(({ at }) => at).sort();
  const did = line[0].action === "MESSAGE_SENT" ? "wrote" : "answered";
  return (
    <FoldedLine
      line={line}
      sum={{ entries: line.length, from, until: rest.at(-1) ?? from, underWay: false }}
    >
      {t(goesOn ? `accessLog.${did}AtLeast` : `accessLog.${did}`, { count: line.length })}
    </FoldedLine>
  );
}
