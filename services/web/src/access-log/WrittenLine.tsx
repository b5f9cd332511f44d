import { useTranslation } from "react-i18next";
import type { Line } from "./fold";
import { FoldedLine } from "./FoldedLine";

/** What one person wrote in a row. */
export function WrittenLine({ line, goesOn }: { line: Line; goesOn: boolean }) {
  const { t } = useTranslation();
  // An entry may have come late.
  const [from = "", ...rest] = line.map(({ at }) => at).sort();
  return (
    <FoldedLine
      line={line}
      sum={{ entries: line.length, from, until: rest.at(-1) ?? from, underWay: false }}
    >
      {t(goesOn ? "accessLog.wroteAtLeast" : "accessLog.wrote", { count: line.length })}
    </FoldedLine>
  );
}
