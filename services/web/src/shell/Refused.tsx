import { InlineMessage } from "@navikt/ds-react";
import { useProblemText } from "../language/problems";

/** The answer to a button just pressed, told next to it. */
export function Refused({ error }: { error: unknown }) {
  const problemText = useProblemText();
  if (!error) return null;
  return (
    <InlineMessage status="error" role="alert">
      {problemText(error)}
    </InlineMessage>
  );
}
