import { Detail } from "@navikt/ds-react";
import { useSendingText } from "./useSendingText";

/** Of what is said and nobody has confirmed: that it is on its way. */
export function SendingText({ what }: { what?: string }) {
  const sendingText = useSendingText();
  return (
    <Detail as="p" className="act-sending">
      {what === undefined ? sendingText : `${what}: ${sendingText}`}
    </Detail>
  );
}
