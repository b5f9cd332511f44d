import { Detail } from "@navikt/ds-react";
import { memo } from "react";
import { useDates } from "../language/dates";

/**
 * Over the conversation, while its beginning is out of sight: of which day the first message is that
 * one sees. Only for the eye: whoever listens hears the days where they begin.
 */
export const DayNow = memo(function DayNow({ at }: { at: string }) {
  const dates = useDates();
  return (
    <Detail as="p" className="day-now capital" aria-hidden>
      {dates.day(at)}
    </Detail>
  );
});
