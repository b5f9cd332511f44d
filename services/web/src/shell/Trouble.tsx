import { BodyLong, Button, LocalAlert } from "@navikt/ds-react";
import { useEffect, useEffectEvent } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "../language/problems";
import { codeOf } from "../gateway/refusal";

/** Milliseconds between two attempts that nobody asked for. */
const AGAIN_EVERY = 5_000;

interface TroubleProps {
  error: unknown;
  onRetry?: () => void;
}

/** Something did not come. Says what, and offers to try again; where nobody answered it does so itself. */
export function Trouble({ error, onRetry }: TroubleProps) {
  const { t } = useTranslation();
  const again = useEffectEvent(() => onRetry?.());
  const unanswered = codeOf(error) === "network-unavailable";
  useEffect(() => {
    if (!unanswered) return;
    const timer = setInterval(again, AGAIN_EVERY);
    return () => clearInterval(timer);
  }, [unanswered]);
  const problemText = useProblemText();
  const unknown = codeOf(error) === "room-unknown";
  return (
    <LocalAlert status={unknown ? "announcement" : "error"} className="notice">
      <LocalAlert.Header>
        <LocalAlert.Title>
          {t(unknown ? "trouble.roomUnknownTitle" : "trouble.title")}
        </LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <BodyLong spacing={onRetry !== undefined}>{problemText(error)}</BodyLong>
        {onRetry && (
          <Button size="small" variant="secondary" onClick={onRetry}>
            {t("trouble.retry")}
          </Button>
        )}
      </LocalAlert.Content>
    </LocalAlert>
  );
}
