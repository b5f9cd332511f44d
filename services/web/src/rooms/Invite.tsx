import { PersonPlusIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Heading, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DirectoryEntry } from "../contracts/people";
import type { RoomDetails } from "../contracts/rooms";
import { request } from "../gateway/request";
import { firstName } from "../language/names";
import { Refused } from "../shell/Refused";
import { DirectorySearch } from "./DirectorySearch";
import { useRoomChange } from "./rooms";
import { isPatientOf } from "./seats";

/** Asking for one more; the patient decides. */
export function Invite({ room, headingLevel }: { room: RoomDetails; headingLevel: "2" | "3" }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const invite = useRoomChange<DirectoryEntry>(room.roomId, ({ roleId }) =>
    request<RoomDetails>("POST", `/api/rooms/${room.roomId}/seats`, { roleId }),
  );
  const seated = room.seats
    .filter(({ status }) => status === "ACTIVE" || status === "PROPOSED")
    .map(({ person }) => person.personId);
  if (!open) {
    return (
      <div>
        <Button
          variant="secondary"
          size="small"
          icon={<PersonPlusIcon aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t("participants.invite")}
        </Button>
      </div>
    );
  }
  return (
    <VStack as="section" gap="space-12" aria-labelledby="invite-title">
      <Heading level={headingLevel} size="xsmall" id="invite-title">
        {t("participants.invite")}
      </Heading>
      {!isPatientOf(room) && (
        <BodyShort size="small">
          {t("participants.inviteHint", { name: firstName(room.patient.name) })}
        </BodyShort>
      )}
      <DirectorySearch
        label={t("directory.label")}
        addText={t("participants.inviteOne")}
        without={seated}
        busyRoleId={invite.isPending ? invite.variables.roleId : undefined}
        onAdd={(entry) => invite.mutate(entry)}
        onSearch={() => {
          if (!invite.isPending) invite.reset();
        }}
      />
      <Refused error={invite.error} />
      <BodyShort size="small" aria-live="polite" className="quiet-when-empty">
        {invite.isSuccess && t("participants.invited", { name: invite.variables.name })}
      </BodyShort>
    </VStack>
  );
}
