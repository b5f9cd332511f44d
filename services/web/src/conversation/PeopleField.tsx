import { BodyShort, Checkbox, CheckboxGroup } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { seatOf } from "../rooms/seats";
import { useMe } from "../session/session";
import { othersIn } from "./people";

interface PeopleFieldProps {
  room: RoomDetails;
  label: string;
  /** What is said where there is nobody else. */
  alone: string;
  chosen: readonly string[];
  error: string | undefined;
  onChoose: (chosen: string[]) => void;
}

/** With whom, where there is a choice. */
export function PeopleField({ room, label, alone, chosen, error, onChoose }: PeopleFieldProps) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const others = othersIn(room, myId);
  if (others.length === 0) return <BodyShort size="small">{alone}</BodyShort>;
  if (others.length === 1) return null;
  return (
    <CheckboxGroup
      legend={label}
      size="small"
      value={[...chosen]}
      error={error}
      onChange={(all: string[]) => onChoose(all)}
    >
      {others.map((id) => {
        const seat = seatOf(room, id);
        return (
          <Checkbox
            key={id}
            value={id}
            description={seat?.organisation?.name ?? t("participants.patient")}
          >
            <bdi>{seat?.person.name}</bdi>
          </Checkbox>
        );
      })}
    </CheckboxGroup>
  );
}
