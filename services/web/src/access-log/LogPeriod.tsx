import { Detail } from "@navikt/ds-react";
import { useDates } from "../language/dates";

/** From when to when, by the clock; one time where they are the same. */
export function LogPeriod({ from, until }: { from: string; until?: string | null | undefined }) {
  const dates = useDates();
  return (
    <Detail as="p" className="log__time">
      <time dateTime={from}>{dates.time(from)}</time>
      {until && dates.time(until) !== dates.time(from) && (
        <>
          –<time dateTime={until}>{dates.time(until)}</time>
        </>
      )}
    </Detail>
  );
}
