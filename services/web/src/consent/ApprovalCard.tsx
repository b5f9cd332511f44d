import { BodyShort, Button, Detail, VStack } from "@navikt/ds-react";
import { useTranslation } from "react-i18next";
import { inARow } from "../language/isolated";
import type { RoomDetails, Seat } from "../contracts/rooms";
import { initials } from "../language/names";
import { Refused } from "../shell/Refused";
import { useApproval } from "./consent";

/** One helper, one answer. Nothing is chosen beforehand. */
export function ApprovalCard({ room, seat }: { room: RoomDetails; seat: Seat }) {
  const { t } = useTranslation();
  const { act, pending, error } = useApproval(room.roomId, seat);
  const name = seat.person.name;
  return (
    <VStack
      as="section"
      gap="space-12"
      className="card"
      aria-label={inARow(name, seat.organisation?.name)}
    >
      <div className="asker">
        <span className="avatar" aria-hidden>
          {initials(name)}
        </span>
        <div>
          <BodyShort weight="semibold">
            <bdi>{name}</bdi>
          </BodyShort>
          <Detail as="p" textColor="subtle">
            {inARow(seat.title, seat.organisation?.name)}
          </Detail>
          {seat.invitedBy && (
            <Detail as="p" textColor="subtle">
              {t("participants.invitedBy", { name: seat.invitedBy })}
            </Detail>
          )}
        </div>
      </div>
      <div className="equal-buttons">
        <Button
          size="small"
          onClick={() => act("APPROVED")}
          loading={pending === "APPROVED"}
          aria-label={t("approval.approveName", { name })}
        >
          {t("approval.approve")}
        </Button>
        <Button
          size="small"
          onClick={() => act("DECLINED")}
          loading={pending === "DECLINED"}
          aria-label={t("approval.declineName", { name })}
        >
          {t("approval.decline")}
        </Button>
      </div>
      <Refused error={error} />
    </VStack>
  );
}
