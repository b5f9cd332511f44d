import { ErrorMessage } from "@navikt/ds-react";
import { useProblemText } from "../language/problems";
import { NotConnected } from "./NotConnected";
import { UnderWayNotice } from "./UnderWayNotice";
import type { HandedOver } from "./useHandedOver";

/** In a dialogue: why what it hands over does not go, or was not taken. */
export function HandedOverNotice({ became, waits }: Pick<HandedOver, "became" | "waits">) {
  const problemText = useProblemText();
  return (
    <div className="arranged__told" aria-live="polite">
      <NotConnected />
      {waits && <UnderWayNotice />}
      {became.kind === "refused" && (
        <ErrorMessage size="small">{problemText(became.code)}</ErrorMessage>
      )}
    </div>
  );
}
