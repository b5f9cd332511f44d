import { PersonPlusIcon } from "@navikt/aksel-icons";
import { BodyShort, Button, Heading, VStack } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DirectoryEntry } from "../contracts/people";
import type { RoomDetails } from "../contracts/rooms";
import { request } from "../gateway/request";
import { inARow } from "../language/isolated";
import { firstName } from "../language/names";
import { useMe } from "../session/session";
import { AreYouSure } from "../shell/AreYouSure";
import { Refused } from "../shell/Refused";
import { Told } from "../shell/Told";
import { DirectorySearch } from "./DirectorySearch";
import { useRoomChange } from "./rooms";
import { isPatientOf } from "./seats";

/**
 * Asking for one more; the patient decides. Whom he names himself he lets in by that, so he is asked
 * once more, elsewhere than where he tapped.
 */
export function Invite({ room, headingLevel }: { room: RoomDetails; headingLevel: "2" | "3" }) {
  const { t } = useTranslation();
  const me = useMe();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<DirectoryEntry>();
  const letsIn = isPatientOf(room) && me.level === "HIGH";
  const invite = useRoomChange<DirectoryEntry>(room.roomId, ({ roleId }) =>
    request<RoomDetails>("POST", `/api/rooms/${room.roomId}/seats`, { roleId, approves: letsIn }),
  );
  const became = whatBecameOf(room, invite.variables);
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
      {letsIn && <BodyShort size="small">{t("participants.letInHint")}</BodyShort>}
      {!isPatientOf(room) && (
        <BodyShort size="small">
          {t("participants.inviteHint", { name: firstName(room.patient.name) })}
        </BodyShort>
      )}
      <DirectorySearch
        autoFocus
        label={t("directory.label")}
        addText={t("participants.inviteOne")}
        without={seated}
        busyRoleId={invite.isPending ? invite.variables.roleId : undefined}
        onAdd={(entry) => {
          if (letsIn) setChosen(entry);
          else invite.mutate(entry);
        }}
        onSearch={() => {
          setChosen(undefined);
          if (!invite.isPending) invite.reset();
        }}
      />
      {chosen && (
        <AreYouSure
          yes={t("participants.letInSure", { name: firstName(chosen.name) })}
          busy={invite.isPending}
          onCancel={() => setChosen(undefined)}
          onYes={() => invite.mutate(chosen, { onSettled: () => setChosen(undefined) })}
        >
          <BodyShort>
            {t("participants.letInMeans", {
              who: inARow(chosen.name, chosen.title, chosen.organisation.name),
            })}
          </BodyShort>
        </AreYouSure>
      )}
      <Refused error={invite.error} takesOver />
      <BodyShort size="small" aria-live="polite" className="quiet-when-empty">
        {invite.isSuccess && became && (
          <Told key={invite.submittedAt}>{t(became, { name: invite.variables.name })}</Told>
        )}
      </BodyShort>
    </VStack>
  );
}

/** What has become of it by now, and not what was meant; nothing where it is over again. */
function whatBecameOf(room: RoomDetails, asked: DirectoryEntry | undefined) {
  const statuses = room.seats
    .filter(({ person }) => person.personId === asked?.personId)
    .map(({ status }) => status);
  if (statuses.includes("ACTIVE")) return "participants.letIn";
  return statuses.includes("PROPOSED") ? "participants.invited" : undefined;
}
