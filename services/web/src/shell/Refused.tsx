import { InlineMessage } from "@navikt/ds-react";
import { useProblemText } from "../language/problems";
import { useTakesOver } from "./useTakesOver";

interface RefusedProps {
  error: unknown;
  /** What was pressed is gone with it. */
  takesOver?: boolean;
}

/** The answer to a button just pressed, told next to it. */
export function Refused({ error, takesOver = false }: RefusedProps) {
  const problemText = useProblemText();
  const place = useTakesOver<HTMLDivElement>(takesOver && Boolean(error));
  if (!error) return null;
  return (
    <InlineMessage status="error" role="alert" ref={place} {...(takesOver && { tabIndex: -1 })}>
      {problemText(error)}
    </InlineMessage>
  );
}
