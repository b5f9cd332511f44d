import { BodyLong, Button, LocalAlert } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDates } from "../language/dates";
import { useKeepsWritten } from "../shell/keepsWritten";
import type { Lasts } from "./staying";
import { useStaying } from "./useStaying";

/**
 * Keeps the session while the person does something, and tells her in time when it is about to end
 * (WCAG 2.2.1). It lies over the page, right below the header that it is in, and takes no focus: who
 * is writing goes on writing.
 */
export function Staying({ initial }: { initial: Lasts }) {
  const { ending, stay } = useStaying(initial);
  return (
    <div className="staying" role="alert">
      {ending && <Ending ending={ending} onStay={stay} />}
    </div>
  );
}

function Ending({ ending, onStay }: { ending: Lasts; onStay: () => void }) {
  const { t } = useTranslation();
  const dates = useDates();
  const kept = useKeepsWritten();
  const [seen, setSeen] = useState(false);
  const time = dates.time(new Date(ending.endsAt).toISOString());
  if (seen && !ending.mayStay) return null;
  return (
    <LocalAlert status="warning">
      <LocalAlert.Header>
        <LocalAlert.Title>
          {t(ending.mayStay ? "staying.title" : "staying.lastTitle", { time })}
        </LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <BodyLong spacing>
          {t(ending.mayStay ? "staying.text" : "staying.lastText")}{" "}
          {t(kept ? "staying.kept" : "staying.notKept")}
        </BodyLong>
        <Button size="small" onClick={ending.mayStay ? onStay : () => setSeen(true)}>
          {t(ending.mayStay ? "staying.stay" : "staying.seen")}
        </Button>
      </LocalAlert.Content>
    </LocalAlert>
  );
}
