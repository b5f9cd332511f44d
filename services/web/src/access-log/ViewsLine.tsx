import type { Sum } from "../contracts/access-log";
import type { Line } from "./fold";
import { FoldedLine } from "./FoldedLine";
import { useViewsText } from "./viewsText";

/** How often one person looked that day. */
export function ViewsLine({ line, sum, whole }: { line: Line; sum: Sum; whole: boolean }) {
  const viewsText = useViewsText();
  return (
    <FoldedLine line={line} sum={sum}>
      {viewsText(sum, whole)}
    </FoldedLine>
  );
}
