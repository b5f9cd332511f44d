import { InlineMessage } from "@navikt/ds-react";
import { useProblemText } from "../language/problems";
import type { UnderWay } from "./acknowledging";

/** Why the short answer was not taken, where it was not; the ways to give one stand where they stood. */
export function RefusedAcknowledgement({ underWay }: { underWay: UnderWay | undefined }) {
  const problemText = useProblemText();
  if (underWay?.state.kind !== "refused") return null;
  return (
    <InlineMessage status="error" size="small" role="alert">
      {problemText(underWay.state.code)}
    </InlineMessage>
  );
}
