import { useTranslation } from "react-i18next";
import type { StandingAgreement } from "../contracts/agreements";
import type { StandingAppointment } from "../contracts/appointments";
import type { RoomDetails } from "../contracts/rooms";
import { whenOf } from "../conversation/when";
import { useDates } from "../language/dates";
import { todayInNorway } from "../language/norway";
import { useMe } from "../session/session";
import { holds } from "./agreements";
import { useStandingAppointments } from "./AppointmentsProvider";
import { askedOfMe } from "./forMe";
import type { OpenQuestion } from "./merged";
import { allOf, timesOf, type Thing, type Things } from "./things";
import { useAgreementWording } from "./useAgreementWording";
import { useProposalWording } from "./useProposalWording";
import { useWording } from "./useWording";
import { isLapsed } from "./who";

/** What happens next in a room, in one line: hers first, then what she has agreed, then what waits for others. */
export function useStripText(room: RoomDetails, things: Things): string {
  const one = useOneInShort(room);
  const counted = useCounted(room);
  const [only, more] = allOf(things);
  return only && !more ? one(only) : counted(things);
}

function useOneInShort(room: RoomDetails): (thing: Thing) => string {
  const question = useWording();
  const proposal = useProposalWording();
  const toAgreeOn = useAgreementWording();
  const agreed = useAgreedInShort();
  const { personId } = useMe();
  const { t } = useTranslation();
  const hersToDo = useHersToDo();
  const agreedThings = ({ participantIds }: StandingAgreement) =>
    t(participantIds.includes(personId) ? "next.agreedThings" : "next.agreedThingsByOthers", {
      count: 1,
    });
  return (thing) => {
    if (thing.kind === "question") return question(thing.of, room).short;
    const isHers = thing.of.participantIds.includes(personId);
    if (thing.kind === "agreement") {
      if (!holds(thing.of)) return toAgreeOn(thing.of, room).title;
      return hersToDo(thing.of) ?? agreedThings(thing.of);
    }
    const { of } = thing;
    if (of.status === "PROPOSED" || of.lapsed) return proposal(of, room).title;
    return isHers ? agreed([of]) : t("next.agreedByOthers", { count: 1 });
  };
}

/** Until when she is to do something that is agreed on; nothing where it is not hers, or has no day. */
function useHersToDo(): (of: StandingAgreement) => string | undefined {
  const { t } = useTranslation();
  const { personId } = useMe();
  const dates = useDates();
  return ({ ownerId, dueBy }) => {
    if (ownerId !== personId || dueBy === undefined) return undefined;
    const today = todayInNorway();
    if (dueBy === today) return t("next.youDoToday");
    const day = dates.dayInNorway(dueBy);
    return t(dueBy < today ? "next.youAreLate" : "next.youDoBy", { day });
  };
}

/** The nearest of what is agreed where that is known; else how many there are. */
function useAgreedInShort(): (agreed: readonly StandingAppointment[]) => string {
  const { t } = useTranslation();
  const dates = useDates();
  const { saying } = useStandingAppointments();
  return (agreed) => {
    // They come in the order of their time; one that was just agreed may not.
    const booked = agreed.map((of) => saying(of)?.booked);
    const known = booked.flatMap((it) => it ?? []);
    const [next] = [...known].sort((a, b) => a.start.localeCompare(b.start));
    if (!next || (booked[0] === undefined && known.length < agreed.length))
      return t("next.agreedTimes", { count: agreed.length });
    const { day, from } = whenOf(next);
    return t("next.agreedAt", { day: dates.dayInNorway(day), from });
  };
}

/** How much of each there is. */
function useCounted(room: RoomDetails): (things: Things) => string {
  const { t } = useTranslation();
  const { personId } = useMe();
  const agreedInShort = useAgreedInShort();
  return ({ hers, agreed, others, agreedByOthers, lapsed }) => {
    const questions = questionsOf([...hers, ...others]);
    const asked = askedOfMe(questions, personId).length;
    const proposed = hers.length - questionsOf(hers).length;
    const gone = questions.filter((it) => isLapsed(it, room)).length;
    const awaited = hers.length + others.length - asked - proposed - gone;
    const times = timesOf(agreed);
    const timesOfOthers = timesOf(agreedByOthers).length;
    const things = agreed.length - times.length;
    const thingsOfOthers = agreedByOthers.length - timesOfOthers;
    const off = timesOf(lapsed).length;
    const alone = lapsed.length - off;
    return [
      ...(asked > 0 ? [t("standing.toYou", { count: asked })] : []),
      ...(proposed > 0 ? [t("next.toYou", { count: proposed })] : []),
      ...(times.length > 0 ? [agreedInShort(times)] : []),
      ...(things > 0 ? [t("next.agreedThings", { count: things })] : []),
      ...(awaited > 0 ? [t("standing.forMany", { count: awaited })] : []),
      ...(timesOfOthers > 0 ? [t("next.agreedByOthers", { count: timesOfOthers })] : []),
      ...(thingsOfOthers > 0 ? [t("next.agreedThingsByOthers", { count: thingsOfOthers })] : []),
      ...(gone > 0 ? [t("standing.lapsed", { count: gone })] : []),
      ...(off > 0 ? [t("next.lapsedTimes", { count: off })] : []),
      ...(alone > 0 ? [t("next.gone", { count: alone })] : []),
    ].join(" · ");
  };
}

function questionsOf(things: readonly Thing[]): readonly OpenQuestion[] {
  return things.flatMap((it) => (it.kind === "question" ? [it.of] : []));
}
