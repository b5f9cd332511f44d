import { PlusIcon, XMarkIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Detail, ErrorMessage } from "@navikt/ds-react";
import { useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { todayInNorway } from "../language/norway";
import { useProblemText } from "../language/problems";
import { yearAfter } from "./daysAhead";
import type { PartProps } from "./ProposeTimes";
import { MOST_TIMES, nextTime, type TimeFault, type TimeWanted } from "./proposing";
import { isNorwaysTime } from "./when";

/** One to five times, as the clocks in Norway show them. */
export function TimesField({ wanted: { times }, faults, change }: PartProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLFieldSetElement>(null);
  const put = (at: number, time: TimeWanted) =>
    change({ times: times.map((it, i) => (i === at ? time : it)) });
  return (
    <fieldset ref={field} className="appointment__times" aria-labelledby={id}>
      <BodyShort id={id} size="small" weight="semibold">
        {t("appointment.times")}
      </BodyShort>
      {!isNorwaysTime(`${todayInNorway()}T12:00`) && (
        <Detail as="p">{t("appointment.zone")}</Detail>
      )}
      {times.map((time, at) => (
        <TimeField
          key={time.key}
          number={at + 1}
          time={time}
          fault={faults.times.get(time.key)}
          onTime={(it) => put(at, it)}
          {...(times.length > 1 && {
            onRemove: () => {
              change({ times: times.filter((it) => it !== time) });
              field.current?.querySelector("input")?.focus();
            },
          })}
        />
      ))}
      {times.length < MOST_TIMES && (
        <Button
          type="button"
          size="small"
          variant="tertiary"
          icon={<PlusIcon aria-hidden />}
          onClick={() => change({ times: [...times, nextTime(times)] })}
        >
          {t("appointment.addTime")}
        </Button>
      )}
    </fieldset>
  );
}

interface TimeFieldProps {
  number: number;
  time: TimeWanted;
  fault: TimeFault | undefined;
  onTime: (time: TimeWanted) => void;
  onRemove?: () => void;
}

function TimeField({ number, time, fault, onTime, onRemove }: TimeFieldProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const today = todayInNorway();
  const id = useId();
  const faultText = (it: TimeFault) => {
    if (it === "missing") return t("appointment.timeMissing");
    if (it === "twice") return t("appointment.timeTwice");
    return it === "next-day" ? t("appointment.timeNextDay") : problemText(it);
  };
  const day = useRef<HTMLInputElement>(null);
  // One that was asked for is filled in next.
  useEffect(() => {
    if (number > 1) day.current?.focus();
  }, [number]);
  const told = { "aria-invalid": fault !== undefined, "aria-describedby": `${id}-fault` };
  return (
    <div className="day-field">
      <div className="appointment__time">
        <input
          ref={day}
          type="date"
          aria-label={t("appointment.day", { number })}
          min={today}
          max={yearAfter(today)}
          value={time.day}
          {...told}
          onChange={({ target }) => onTime({ ...time, day: target.value })}
        />
        <input
          type="time"
          aria-label={t("appointment.clock", { number })}
          value={time.from}
          {...told}
          onChange={({ target }) => onTime({ ...time, from: target.value })}
        />
        {onRemove && (
          <Button
            type="button"
            size="small"
            variant="tertiary"
            data-color="neutral"
            icon={<XMarkIcon title={t("appointment.removeTime", { number })} />}
            onClick={onRemove}
          />
        )}
      </div>
      <div id={`${id}-fault`} aria-live="polite">
        {fault !== undefined && <ErrorMessage size="small">{faultText(fault)}</ErrorMessage>}
      </div>
    </div>
  );
}
