import type { Sum } from "../contracts/access-log";
import { useActionText } from "./actionText";
import type { Line } from "./fold";
import { FoldedLine } from "./FoldedLine";

/** How often one person was refused the same thing, or searched for the same reason, that day. */
export function RepeatsLine({ line, sum }: { line: Line; sum: Sum }) {
  const actionText = useActionText();
  const [latest] = line;
  return (
    <FoldedLine line={line} sum={sum}>
      {actionText({ ...latest, details: { ...latest.details, count: sum.times } })}
    </FoldedLine>
  );
}
