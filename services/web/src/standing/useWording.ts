import { useTranslation } from "react-i18next";
import type { RoomDetails, RoomSummary } from "../contracts/rooms";
import { inARow } from "../language/isolated";
import { useMe } from "../session/session";
import type { OpenQuestion } from "./merged";
import { capital, isLapsed, whoIs } from "./who";

export interface Wording {
  /** Who asks her who looks, or for whom one waits. */
  title: string;
  /** The same in one short line. */
  short: string;
  /** Who has asked, where it is another who is waited for. */
  asked: string | undefined;
}

/** What is said of a question outside the conversation: who and whom, never what is asked. */
export function useWording(): (of: OpenQuestion, room: RoomSummary | RoomDetails) => Wording {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const somebody = t("standing.somebody");
  return (of, room) => {
    const asker = whoIs(room, of.askedById);
    const byName = asker?.short ?? somebody;
    if (of.addresseeId === myId) {
      const title = forMe(of, myId, room, byName);
      return {
        title: t(title.key, title.values),
        short: t(title.short, title.values),
        asked: undefined,
      };
    }
    const who = whoIs(room, of.addresseeId);
    const name = who?.short ?? somebody;
    const asked =
      of.askedById === myId
        ? t("standing.youAsked")
        : t("standing.hasAsked", { name: capital(byName) });
    if (isLapsed(of, room)) {
      const title = t("question.gone", { name: capital(name) });
      return { title, short: title, asked };
    }
    const short = inARow(name, who?.organisation);
    const whole = inARow(who?.name ?? somebody, who?.organisation);
    return {
      title: t("standing.forWhom", { who: whole }),
      short: t("standing.forWhom", { who: short }),
      asked,
    };
  };
}

/** From whom it is: that was not always who has sent it on to her. */
function forMe(of: OpenQuestion, myId: string, room: RoomSummary | RoomDetails, byName: string) {
  const values = { name: byName };
  if (of.askedById === myId) {
    return { key: "standing.byYourself", short: "question.waitsForYou", values } as const;
  }
  if (room.me.part === "PATIENT") {
    return { key: "standing.asksPatient", short: "standing.asksPatient", values } as const;
  }
  return { key: "standing.asksYou", short: "question.waitsForYou", values } as const;
}
