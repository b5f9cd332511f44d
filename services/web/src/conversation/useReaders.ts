import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { shortName, takingPart } from "../rooms/seats";
import { useMe } from "../session/session";

/** Said where one writes: who can read it, the patient first. */
export function useReaders(room: RoomDetails): string {
  const { t } = useTranslation();
  const listed = useListed();
  const me = useMe();
  const others = takingPart(room).filter(({ person }) => person.personId !== me.personId);
  const names = [
    ...others.filter(({ part }) => part === "PATIENT"),
    ...others.filter(({ part }) => part !== "PATIENT"),
  ].map(({ person }) => shortName(room, person.personId));
  return names.length === 0 ? t("readers.nobodyYet") : t("readers.can", { names: listed(names) });
}
