import { useDates } from "../language/dates";

/** A leaf of a calendar: month and day. Empty while the day is not known; says nothing that does not stand beside it. */
export function DayLeaf({ day }: { day: string | undefined }) {
  const dates = useDates();
  const [month, number] = day === undefined ? ["", ""] : dates.leaf(day.slice(0, 10));
  return (
    <span className="day-leaf" aria-hidden>
      <span className="day-leaf__month">{month}</span>
      <span className="day-leaf__day">{number}</span>
    </span>
  );
}
