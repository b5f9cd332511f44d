import { BodyShort, Button, Checkbox, Detail } from "@navikt/ds-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RoomDetails } from "../contracts/rooms";
import { useDates } from "../language/dates";
import { useListed } from "../language/names";
import { useMe } from "../session/session";
import { booked, fits } from "./appointing";
import { mayWith, type KnownAppointment, type Slot } from "./appointments";
import { useConversations } from "./ConversationsProvider";
import type { OfMessage } from "./useAmendments";
import { useAppointmentWords, whenOf } from "./useAppointmentWords";
import { useConnection } from "./useConversation";
import { isOver } from "./when";

interface ProposedTimesProps extends Pick<OfMessage, "appointing" | "mayAct"> {
  room: RoomDetails;
  appointment: KnownAppointment;
}

/** The times that are proposed, whom each fits, and the one tap that takes one or says that it fits. */
export function ProposedTimes({ room, appointment, appointing, mayAct }: ProposedTimesProps) {
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const conversations = useConversations();
  const connected = useConnection().kind === "open";
  const { newest, responses, isSure } = appointment;
  const { names, when } = useAppointmentWords(room);
  const listed = useListed();
  const dates = useDates();
  const may = mayWith(newest, myId);
  const mine = responses.find(({ personId }) => personId === myId)?.accepts;
  const [chosen, choose] = useState<readonly string[]>();
  const waits = !connected || isOnItsWay(appointing);
  const fitting = chosen ?? mine ?? [];
  const answer = (accepts: readonly string[]) => {
    if (waits) return;
    if (conversations.appoint(room.roomId, fits(newest, accepts), newest.seq)) choose(undefined);
  };
  const list = (ids: readonly string[]) => listed(names(ids));
  const fitFor = ({ start }: Slot) =>
    responses.filter(({ accepts }) => accepts.includes(start)).map(({ personId }) => personId);
  const answered = responses.map(({ personId }) => personId);
  const unanswered = newest.participantIds.filter(
    (id) => id !== newest.proposedById && !answered.includes(id),
  );
  const several = newest.participantIds.length > 2;
  return (
    <>
      <ul className="plain-list appointment__slots">
        {newest.slots.map((slot) => {
          const over = hasBegun(slot);
          const whom = fitFor(slot);
          return (
            <li key={slot.start} className="appointment__slot" data-over={over}>
              <div>
                <BodyShort size="small" weight="semibold">
                  {dates.inWords(whenOf(slot).day)}
                </BodyShort>
                <BodyShort size="small">
                  {t("appointment.clocks", { from: whenOf(slot).from, to: whenOf(slot).to })}
                </BodyShort>
                {over && <Detail as="p">{t("appointment.over")}</Detail>}
                {several && whom.length > 0 && (
                  <Detail as="p">{t("appointment.fitsFor", { names: list(whom) })}</Detail>
                )}
              </div>
              {mayAct && !over && may.book && (
                <Button
                  type="button"
                  size="small"
                  variant={newest.proposedById === myId ? "tertiary" : "primary"}
                  className="question__button"
                  aria-disabled={waits}
                  onClick={() => {
                    if (!waits)
                      conversations.appoint(room.roomId, booked(newest, slot), newest.seq);
                  }}
                >
                  {t(newest.proposedById === myId ? "appointment.agree" : "appointment.choose")}
                  <span className="sr-only"> {when(slot)}</span>
                </Button>
              )}
              {mayAct && !over && may.answer && (
                <Checkbox
                  size="small"
                  checked={fitting.includes(slot.start)}
                  onChange={({ target }) =>
                    choose(
                      target.checked
                        ? [...fitting, slot.start]
                        : fitting.filter((it) => it !== slot.start),
                    )
                  }
                >
                  {t("appointment.fits")}
                  <span className="sr-only"> {when(slot)}</span>
                </Checkbox>
              )}
            </li>
          );
        })}
      </ul>
      {isSure && several && unanswered.length > 0 && (
        <Detail as="p" textColor="subtle">
          {t("appointment.waitsFor", { names: list(unanswered) })}
        </Detail>
      )}
      {mayAct && may.answer && (
        <div className="question__buttons">
          <Button
            type="button"
            size="small"
            className="question__button"
            aria-disabled={waits || (mine !== undefined && chosen === undefined)}
            onClick={() => {
              if (mine === undefined || chosen !== undefined) answer(fitting);
            }}
          >
            {answerText(fitting.length, mine !== undefined && chosen === undefined)}
          </Button>
        </div>
      )}
    </>
  );

  function answerText(count: number, isSaid: boolean): string {
    if (isSaid) return t("appointment.answered");
    return count === 0 ? t("appointment.noneFits") : t("appointment.answer");
  }
}

/** Then nobody can choose it any more. */
function hasBegun(slot: Slot): boolean {
  const { day, from } = whenOf(slot);
  return isOver({ day, from }, Date.now());
}

export function isOnItsWay(appointing: OfMessage["appointing"]): boolean {
  return appointing?.state.kind === "sending" || appointing?.state.kind === "accepted";
}
