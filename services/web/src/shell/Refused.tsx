import { InlineMessage } from "@navikt/ds-react";
import { useProblemText } from "../language/problems";

/** The answer to a button just pressed, told next to it. */
export function Refused({ error }: { error: unknown }) {
  const problemText = useProblemText();
  return (
    <div role="alert">
      {error ? <InlineMessage status="error">{problemText(error)}</InlineMessage> : null}
    </div>
  );
}
