import { BodyLong, Button, LocalAlert } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "../language/problems";
import { codeOf } from "../gateway/refusal";

/** Something did not come. Says what, and offers to try again. */
export function Trouble({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
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
