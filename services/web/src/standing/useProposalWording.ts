import { useTranslation } from "react-i18next";
import type { StandingAppointment } from "../contracts/appointments";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { useListed } from "../language/names";
import { useMe } from "../session/session";
import { capital, whoIs } from "./who";

interface ProposalWording {
  /** Who proposes times to her, or for whose answer one waits. */
  title: string;
  /** What one does there, or who has proposed them. */
  below: string | undefined;
}

/** What is said of times where they are not shown. */
export function useProposalWording(): (
  of: StandingAppointment,
  room: RoomSummary | RoomDetails,
) => ProposalWording {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const listed = useListed();
  return ({ status, proposedById, waitsForIds, lapsed }, room) => {
    const short = (id: string) => whoIs(room, id)?.short ?? t("standing.somebody");
    const isMine = proposedById === myId;
    const name = capital(short(proposedById));
    const by = isMine ? t("next.youProposed") : t("next.hasProposed", { name });
    if (status === "BOOKED") return { title: t("next.lapsedAgreed"), below: by };
    if (lapsed) return { title: t(isMine ? "next.lapsedYours" : "next.lapsed"), below: by };
    if (!waitsForIds.includes(myId))
      return { title: t("standing.forWhom", { who: listed(waitsForIds.map(short)) }), below: by };
    if (isMine) return { title: t("next.choose"), below: t("next.allAnswered") };
    return { title: t("next.proposes", { name }), below: t("next.answer") };
  };
}
