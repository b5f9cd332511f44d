import { BodyLong, BodyShort, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { isolated } from "../language/isolated";
import { alreadyTogether } from "./alreadyTogether";
import { useNamedRooms } from "./rooms";

/** Points out the rooms that she has already with somebody of this name; she may go on, so no link leads away from what she has typed. */
export function AlreadyTogether({ name }: { name: string }) {
  const { t } = useTranslation();
  const rooms = alreadyTogether(name, useNamedRooms() ?? []);
  return (
    <div role="status" className="quiet-when-empty">
      {rooms.length > 0 && (
        <VStack gap="space-8">
          <BodyLong>{t("propose.already", { count: rooms.length })}</BodyLong>
          {rooms.map(({ roomId, patient, purpose }) => (
            <BodyShort key={roomId}>
              {isolated(patient.name)}: {isolated(purpose)}
            </BodyShort>
          ))}
        </VStack>
      )}
    </div>
  );
}
