import { XMarkIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Detail, ErrorMessage } from "@navikt/ds-react";
import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { todayInNorway } from "../language/norway";
import { useProblemText } from "../language/problems";
import { yearAfter } from "./daysAhead";
import type { PartProps } from "./ProposeTimes";
import { isBlank, withoutTime, withTime, type TimeFault, type TimeWanted } from "./proposing";
import { isNorwaysTime } from "./when";

/** One to five times, as the clocks in Norway show them; below the last there is room for one more. */
export function TimesField({ wanted: { times }, faults, change }: PartProps) {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLFieldSetElement>(null);
  const begun = times.filter((it) => !isBlank(it));
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
          onTime={(it) => change({ times: withTime(times, it) })}
          {...(begun.length > 1 &&
            begun.includes(time) && {
              onRemove: () => {
                change({ times: withoutTime(times, time) });
                field.current?.querySelector("input")?.focus();
              },
            })}
        />
      ))}
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
  const told = { "aria-invalid": fault !== undefined, "aria-describedby": `${id}-fault` };
  return (
    <div className="day-field">
      <div className="appointment__time">
        <input
          type="date"
          data-time={time.key}
          aria-label={t("appointment.day", { number })}
          min={today}
          max={yearAfter(today)}
          value={time.day}
          {...told}
          onChange={({ target }) => onTime({ ...time, day: target.value })}
        />
        <input
          type="time"
          data-time={time.key}
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
