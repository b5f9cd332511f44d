import { InlineMessage } from "@navikt/ds-react";
import { useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { isolated } from "../language/isolated";
import { useKnownRooms } from "../rooms/rooms";
import { warningOf } from "./warnings";

interface SendWarningProps {
  room: RoomDetails;
  text: string;
}

/** What the person may want to think of before sending this; nothing where there is nothing. */
export function SendWarning({ room, text }: SendWarningProps) {
  const { t } = useTranslation();
  const names = useNames(room);
  const isPatient = room.me.part === "PATIENT";
  const written = useDeferredValue(text);
  const warning = useMemo(
    () => warningOf({ text: written, isPatient, ...names }),
    [written, isPatient, names],
  );
  if (!warning) return null;
  return (
    <InlineMessage status="warning" size="small" className="send-warning">
      {warning.kind === "otherRoom"
        ? t("warning.otherRoom", {
            name: isolated(warning.name),
            patient: isolated(room.patient.name),
          })
        : t(`warning.${warning.kind}`)}
    </InlineMessage>
  );
}

/** Of all who have, or had, to do with this room, and of the patients of the others where one writes. */
function useNames(room: RoomDetails) {
  const rooms = useKnownRooms();
  return useMemo(() => {
    const here = [room.patient, ...room.seats.map(({ person }) => person)];
    const ids = new Set(here.map(({ personId }) => personId));
    return {
      here: here.map(({ name }) => name),
      elsewhere: (rooms ?? [])
        .filter(({ status, me }) => status === "ACTIVE" && me.status === "ACTIVE")
        .map(({ patient }) => patient)
        .filter(({ personId }) => !ids.has(personId))
        .map(({ name }) => name),
    };
  }, [room, rooms]);
}
