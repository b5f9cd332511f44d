import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { isPatientOf, shortName, takingPart } from "../rooms/seats";
import { useMe } from "../session/session";

/** Said where one writes: the patient reads this, and so do these others. */
export function useReaders(room: RoomDetails): string {
  const { t } = useTranslation();
  const listed = useListed();
  const me = useMe();
  const others = takingPart(room)
    .filter(({ person, part }) => person.personId !== me.personId && part !== "PATIENT")
    .map(({ person }) => shortName(room, person.personId));
  if (isPatientOf(room)) {
    return others.length === 0
      ? t("readers.nobodyYet")
      : t("readers.helpers", { names: listed(others), count: others.length });
  }
  const patient = shortName(room, room.patient.personId) || room.patient.name;
  return others.length === 0
    ? t("readers.patient", { name: patient })
    : t("readers.patientAnd", { name: patient, names: listed(others) });
}
