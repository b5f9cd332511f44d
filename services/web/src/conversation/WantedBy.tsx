import { BodyShort, Button, ErrorMessage, HStack, Label, VStack } from "@navikt/ds-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "../language/problems";
import { daysAfter, todayInNorway } from "../language/norway";
import { isInReach, yearAfter } from "./daysAhead";

interface WantedByProps {
  /** Until when what is to happen. */
  label: string;
  wanted: string | undefined;
  onWish: (day: string | undefined) => void;
}

/** A day until which something is wished for: mostly none at all. */
export function WantedBy({ label, wanted, onWish }: WantedByProps) {
  const { t } = useTranslation();
  const labelId = useId();
  const today = todayInNorway();
  const days = [
    { day: undefined, text: t("question.noDay") },
    { day: today, text: t("dates.today") },
    { day: daysAfter(today, 1), text: t("dates.tomorrow") },
    { day: daysAfter(today, 7), text: t("question.inAWeek") },
  ];
  const [other, setOther] = useState(() => days.every(({ day }) => day !== wanted));
  const choose = (day: string | undefined, isOther: boolean) => {
    setOther(isOther);
    onWish(day);
  };
  return (
    <VStack gap="space-8">
      <HStack role="group" aria-labelledby={labelId} gap="space-6" align="center">
        <BodyShort id={labelId} size="small">
          {label}
        </BodyShort>
        {days.map(({ day, text }) => (
          <Choice
            key={text}
            text={text}
            on={!other && wanted === day}
            onChoose={() => choose(day, false)}
          />
        ))}
        <Choice text={t("question.otherDay")} on={other} onChoose={() => choose(wanted, true)} />
      </HStack>
      {other && <DayField label={t("question.day")} day={wanted} onDay={onWish} />}
    </VStack>
  );
}

interface ChoiceProps {
  text: string;
  on: boolean;
  onChoose: () => void;
}

function Choice({ text, on, onChoose }: ChoiceProps) {
  return (
    <Button
      type="button"
      size="small"
      variant={on ? "primary" : "secondary"}
      data-color="neutral"
      aria-pressed={on}
      onClick={onChoose}
    >
      {text}
    </Button>
  );
}

interface DayFieldProps {
  label: string;
  day: string | undefined;
  onDay: (day: string | undefined) => void;
}

/** Any day from today to a year from now. */
export function DayField({ label, day, onDay }: DayFieldProps) {
  const problemText = useProblemText();
  const today = todayInNorway();
  const id = useId();
  const isOut = !isInReach(day, today);
  return (
    <div className="day-field">
      <Label size="small" htmlFor={id}>
        {label}
      </Label>
      <input
        id={id}
        type="date"
        min={today}
        max={yearAfter(today)}
        value={day ?? ""}
        aria-invalid={isOut}
        aria-describedby={`${id}-fault`}
        onChange={({ target }) => onDay(target.value === "" ? undefined : target.value)}
      />
      <div id={`${id}-fault`} aria-live="polite">
        {isOut && <ErrorMessage size="small">{problemText("day-out-of-range")}</ErrorMessage>}
      </div>
    </div>
  );
}
