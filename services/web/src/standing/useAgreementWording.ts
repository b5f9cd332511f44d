import { useTranslation } from "react-i18next";
import type { StandingAgreement } from "../contracts/agreements";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { useListed } from "../language/names";
import { useMe } from "../session/session";
import { capital, whoIs } from "./who";

interface AgreementWording {
  /** Who asks her, or for whose word one waits. */
  title: string;
  /** What one does there, or who has asked. */
  below: string | undefined;
}

/** What is said of something that is to be agreed on, where it is not shown what. */
export function useAgreementWording(): (
  of: StandingAgreement,
  room: RoomSummary | RoomDetails,
) => AgreementWording {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const listed = useListed();
  return ({ proposedById, participantIds, waitsForIds, objectedIds, lapsed }, room) => {
    const short = (id: string) => whoIs(room, id)?.short ?? t("standing.somebody");
    const isMine = proposedById === myId;
    const name = capital(short(proposedById));
    const theirs = participantIds.includes(myId) ? "next.hasAsked" : "next.hasAskedThem";
    const by = isMine ? t("next.youAsked") : t(theirs, { name });
    if (lapsed) return { title: t("next.someGone"), below: by };
    const isGone = whoIs(room, proposedById)?.present === false;
    if (waitsForIds.length === 0 || (isGone && objectedIds.length > 0))
      return { title: t("next.notAgreed"), below: t("next.changeIt") };
    const isProposers = waitsForIds.includes(proposedById) && objectedIds.length > 0;
    if (isProposers && !isMine)
      return { title: t("next.notAgreed"), below: t("next.untilChanged", { name }) };
    if (!waitsForIds.includes(myId))
      return { title: t("standing.forWhom", { who: listed(waitsForIds.map(short)) }), below: by };
    if (isMine) return { title: t("next.someObject"), below: t("next.changeOrDrop") };
    return { title: t("next.asksWhether", { name }), below: t("next.sayWhether") };
  };
}
