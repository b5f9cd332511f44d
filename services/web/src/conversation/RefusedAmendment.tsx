import { InlineMessage } from "@navikt/ds-react";
import { useProblemText } from "../language/problems";
import type { UnderWay } from "./amending";

/** Why what was said of a message was not taken, where it was not; the ways to say it stand where they stood. */
export function RefusedAmendment({ underWay }: { underWay: UnderWay | undefined }) {
  const problemText = useProblemText();
  if (underWay?.state.kind !== "refused") return null;
  return (
    <InlineMessage status="error" size="small" role="alert">
      {problemText(underWay.state.code)}
    </InlineMessage>
  );
}
