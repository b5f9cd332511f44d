import { useEffect, useEffectEvent, useState } from "react";
import type { Appointment } from "../conversation/appointments";
import { inNorway } from "../conversation/when";

/** Clocks differ: a little after it. */
const AFTER_MS = 2_000;
/** It is looked at again after so long at the latest: no browser waits for months. */
const LONGEST_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Something that is proposed has begun, or something agreed is over, by this device's clock. */
export function useAtTheHour(all: readonly Appointment[], come: () => void): void {
  const passed = useEffectEvent(come);
  const hours = all.flatMap(({ status, booked, slots }) => {
    if (status === "CANCELLED") return [];
    return status === "BOOKED" ? [booked?.end ?? ""] : slots.map(({ start }) => start);
  });
  // An hour that has come is kept until it is told, whatever is drawn meanwhile.
  const [toldUpTo, setToldUpTo] = useState(() => shownNow());
  const next = hours.filter((it) => it > toldUpTo).sort()[0];
  useEffect(() => {
    if (next === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const tell = () => {
      setToldUpTo(next);
      passed();
    };
    const wait = () => {
      const left = millisecondsTo(next);
      timer = left > 0 ? setTimeout(wait, Math.min(left, LONGEST_MS)) : setTimeout(tell, AFTER_MS);
    };
    wait();
    return () => clearTimeout(timer);
  }, [next]);
}

function shownNow(): string {
  return inNorway(Date.now()).replace(" ", "T");
}

/** By the minutes that the clocks in Norway show; over a change of summer time an hour too much or too little. */
function millisecondsTo(hour: string): number {
  const now = Date.now();
  const shown = Date.parse(`${inNorway(now).replace(" ", "T")}Z`);
  return Date.parse(`${hour}Z`) - shown - (now % MINUTE_MS);
}
