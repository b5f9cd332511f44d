import { Button, InlineMessage } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useDates } from "../language/dates";

interface BegunNoticeProps {
  at: string;
  /** It is being sent. */
  busy: boolean;
  onStartOver: () => void;
}

/** What stands in the form is from before, and what does not stand there. */
export function BegunNotice({ at, busy, onStartOver }: BegunNoticeProps) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <div>
      <InlineMessage status="info">{t("propose.begun", { when: dates.moment(at) })}</InlineMessage>
      <Button type="button" size="small" variant="tertiary" disabled={busy} onClick={onStartOver}>
        {t("propose.startOver")}
      </Button>
    </div>
  );
}
