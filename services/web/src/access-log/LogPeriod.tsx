import { Detail } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { useDates } from "../language/dates";

interface Period {
  from: string;
  until?: string | null | undefined;
  /** It has not ended yet. */
  underWay: boolean;
}

/** From when to when, by the clock; one time where they are the same. */
export function LogPeriod({ from, until, underWay }: Period) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <Detail as="p" className="log__time">
      <time dateTime={from}>{dates.time(from)}</time>
      {underWay && `–${t("accessLog.now")}`}
      {!underWay && until && dates.time(until) !== dates.time(from) && (
        <>
          –<time dateTime={until}>{dates.time(until)}</time>
        </>
      )}
    </Detail>
  );
}

/** Between when and when something was done several times, not that it went on all the while. */
export function LogBetween({ from, until }: { from: string; until: string }) {
  const { t } = useTranslation();
  const dates = useDates();
  const [first, last] = [dates.time(from), dates.time(until)];
  return (
    <Detail as="p" className="log__time">
      <time dateTime={from}>
        {first === last ? first : t("accessLog.between", { from: first, until: last })}
      </time>
    </Detail>
  );
}

/** From when there has been something, not that it has gone on since. */
export function LogSince({ from }: { from: string }) {
  const { t } = useTranslation();
  const dates = useDates();
  return (
    <Detail as="p" className="log__time">
      <time dateTime={from}>{t("accessLog.from", { time: dates.time(from) })}</time>
    </Detail>
  );
}
