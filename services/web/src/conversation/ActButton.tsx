import { CheckmarkIcon } from "@navikt/aksel-icons";
import { Button } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useConnection } from "./useConversation";

export type ActVariant = "primary" | "secondary" | "tertiary";

interface ActButtonProps {
  text: string;
  /** What it is about, for who does not see what stands beside it. */
  about?: string;
  variant: ActVariant;
  size?: "xsmall" | "small";
  /** What was said before it is on its way, or what stands there has just come. */
  waits: boolean;
  /** It is what she has chosen: there is nothing to do. */
  chosen?: boolean;
  onAct: () => void;
}

/**
 * Something that is done with one tap in a row, and goes nowhere without a connection. Until it can be
 * done what has the focus keeps it, and what it would do does not happen.
 */
export function ActButton({ text, about, variant, size = "xsmall", ...rest }: ActButtonProps) {
  const { t } = useTranslation();
  const connected = useConnection().kind === "open";
  const { waits, chosen, onAct } = rest;
  const off = waits || !connected;
  return (
    <Button
      type="button"
      size={size}
      variant={variant}
      className="act-button"
      aria-disabled={off}
      {...(chosen !== undefined && { "aria-pressed": chosen })}
      {...(chosen && { icon: <CheckmarkIcon aria-hidden /> })}
      {...(!connected && { title: t("connection.lost") })}
      onClick={() => {
        if (!off && !chosen) onAct();
      }}
    >
      {text}
      {about !== undefined && <span className="sr-only"> {about}</span>}
    </Button>
  );
}
