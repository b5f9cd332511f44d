import { Button } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Unanswered, useUnanswered } from "../answers/Unanswered";

/**
 * What has been answered and is not known to be so, above every screen: what matters most is seen, and
 * the rest is folded, or it would take the place of what the screen is about.
 */
export function Waits() {
  const { t } = useTranslation();
  const given = useUnanswered();
  const more = given.length - 1;
  const [open, setOpen] = useState(false);
  return (
    <div className="waits">
      <Unanswered given={given} open={open} />
      {more > 0 && (
        <Button
          size="small"
          variant="tertiary"
          className="waits__more"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? t("connection.foldAnswers") : t("connection.showFoldedAnswers", { count: more })}
        </Button>
      )}
    </div>
  );
}
