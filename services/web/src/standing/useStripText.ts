import { useTranslation } from "react-i18next";
import type { StandingAppointment } from "../contracts/appointments";
import type { RoomDetails } from "../contracts/rooms";
import { whenOf } from "../conversation/when";
import { useDates } from "../language/dates";
import { useMe } from "../session/session";
import { hersToAnswer } from "./appointments";
import { useStandingAppointments } from "./AppointmentsProvider";
import { askedOfMe } from "./forMe";
import type { Thing, Things } from "./things";
import { useProposalWording } from "./useProposalWording";
import { useWording } from "./useWording";
import { isLapsed } from "./who";

/** What happens next in a room, in one line: hers first, then what is agreed, then what waits for others. */
export function useStripText(room: RoomDetails, { hers, agreed, others }: Things): string {
  const one = useOneInShort(room);
  const agreedInShort = useAgreedInShort();
  const { forHer, forOthers } = useCounted(room)([...hers, ...others]);
  const [only] = [...hers, ...others];
  if (agreed.length === 0 && hers.length + others.length === 1 && only) return one(only);
  const times = agreed.length > 0 ? [agreedInShort(agreed)] : [];
  return [...forHer, ...times, ...forOthers].join(" · ");
}

function useOneInShort(room: RoomDetails): (thing: Thing) => string {
  const question = useWording();
  const proposal = useProposalWording();
  return ({ kind, of }) =>
    kind === "question" ? question(of, room).short : proposal(of, room).title;
}

/** The nearest of what is agreed where that is known of all; else how many there are. */
function useAgreedInShort(): (agreed: readonly StandingAppointment[]) => string {
  const { t } = useTranslation();
  const dates = useDates();
  const { saying } = useStandingAppointments();
  return (agreed) => {
    const starts = agreed.flatMap((of) => saying(of)?.booked ?? []);
    const [next] = [...starts].sort((a, b) => a.start.localeCompare(b.start));
    if (!next || starts.length < agreed.length)
      return t("next.agreedTimes", { count: agreed.length });
    const { day, from } = whenOf(next);
    return t("next.agreedAt", { day: dates.dayInNorway(day), from });
  };
}

/** How much waits for her, and how much for others. */
function useCounted(room: RoomDetails) {
  const { t } = useTranslation();
  const { personId } = useMe();
  return (things: readonly Thing[]) => {
    const questions = things.flatMap((it) => (it.kind === "question" ? [it.of] : []));
    const proposals = things.flatMap((it) => (it.kind === "appointment" ? [it.of] : []));
    const asked = askedOfMe(questions, personId).length;
    const proposed = hersToAnswer(proposals, personId).length;
    const lapsed = questions.filter((it) => isLapsed(it, room)).length;
    const timesOver = proposals.filter((it) => it.lapsed && !it.waitsForIds.includes(personId));
    const awaited = things.length - asked - proposed - lapsed - timesOver.length;
    return {
      forHer: [
        ...(asked > 0 ? [t("standing.toYou", { count: asked })] : []),
        ...(proposed > 0 ? [t("next.toYou", { count: proposed })] : []),
      ],
      forOthers: [
        ...(awaited > 0 ? [t("standing.forMany", { count: awaited })] : []),
        ...(lapsed > 0 ? [t("standing.lapsed", { count: lapsed })] : []),
      ],
    };
  };
}
