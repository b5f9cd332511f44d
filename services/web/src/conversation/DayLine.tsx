import { Heading } from "@navikt/ds-react";
import { useDates } from "../language/dates";

export function DayLine({ at }: { at: string }) {
  const dates = useDates();
  return (
    <div className="day">
      <Heading level="2" size="xsmall" className="day__text">
        {dates.day(at)}
      </Heading>
    </div>
  );
}
