import { Detail } from "@navikt/ds-react";
import { memo, type RefObject } from "react";
import { useDates } from "../language/dates";
import { useMoving } from "./useMoving";

interface DayNowProps {
  at: string;
  scroller: RefObject<HTMLElement | null>;
}

/**
 * Over the conversation, while one scrolls and its beginning is out of sight: of which day the first
 * message is that one sees. It goes where one has stopped: what lies under it is read then. Only for
 * the eye: whoever listens hears the days where they begin.
 */
export const DayNow = memo(function DayNow({ at, scroller }: DayNowProps) {
  const dates = useDates();
  const moving = useMoving(scroller);
  return (
    <Detail as="p" className="day-now capital" data-moving={moving} aria-hidden>
      {dates.day(at)}
    </Detail>
  );
});
