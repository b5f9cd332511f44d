import { BodyLong, Button, LocalAlert } from "@navikt/ds-react";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Emergency } from "./Emergency";
import { useKeepsWritten } from "./keepsWritten";
import { upgrade, useIsOld, type Upgrade } from "./upgrade";

/** Milliseconds between two attempts that nobody asked for. */
const AGAIN_EVERY = 5_000;

interface NotFetchedProps {
  onRetry: () => void;
  of?: Upgrade;
}

/**
 * A part of the app did not come. Either there is no network, and it is tried again; or the version
 * that this window runs has given way to a newer one, and only that one is there to be fetched; or
 * the server answers by now, and the browser may still remember that the part did not come: then the
 * page has to be fetched anew.
 */
export function NotFetched({ onRetry, of = upgrade }: NotFetchedProps) {
  const { t } = useTranslation();
  const old = useIsOld(of);
  const kept = useKeepsWritten();
  const [answers, setAnswers] = useState(false);
  const again = useEffectEvent(onRetry);
  useEffect(() => {
    if (old) return;
    void of.look().then(setAnswers);
    const timer = setInterval(again, AGAIN_EVERY);
    return () => clearInterval(timer);
  }, [of, old]);
  const anew = old || answers;
  const newer = kept ? "upgrade.there" : "upgrade.thereNotKept";
  const whatIsSaid = t(
    old ? newer : answers ? "trouble.notFetched" : "problem.network-unavailable",
  );
  return (
    <div className="page">
      <LocalAlert status={old ? "announcement" : "error"} className="notice">
        <LocalAlert.Header>
          <LocalAlert.Title>{t("trouble.title")}</LocalAlert.Title>
        </LocalAlert.Header>
        <LocalAlert.Content>
          <BodyLong spacing>{whatIsSaid}</BodyLong>
          <Button
            size="small"
            variant="secondary"
            onClick={() => (anew ? window.location.reload() : onRetry())}
          >
            {t(anew ? "upgrade.reload" : "trouble.retry")}
          </Button>
        </LocalAlert.Content>
      </LocalAlert>
      <Emergency />
    </div>
  );
}
