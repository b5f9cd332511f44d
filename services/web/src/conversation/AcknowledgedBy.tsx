import { Detail } from "@navikt/ds-react";
import type { ReactNode, RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Message } from "../contracts/conversation";
import type { RoomDetails } from "../contracts/rooms";
import { useListed } from "../language/names";
import { hueOf, seatOf, shortName } from "../rooms/seats";
import { useMe } from "../session/session";
import { Face } from "../shell/Face";
import { AcknowledgeButtons } from "./AcknowledgeButtons";
import { saidBy, SAYS, type Acknowledgement, type Says } from "./acknowledgements";
import type { Answers } from "./amending";
import { OwnAcknowledgement } from "./OwnAcknowledgement";
import { useQuestionActs } from "./questionActs";
import { RefusedAmendment } from "./RefusedAmendment";
import type { OfMessage } from "./useAmendments";
import { useKeepsFocusInRow } from "./useKeepsFocusInRow";
import { useSendingText } from "./useSendingText";

/** So many are shown with face and name; of the rest it says how many they are. */
const SHOWN = 4;

interface AcknowledgedByProps extends Pick<
  OfMessage,
  "acknowledged" | "underWay" | "offered" | "mayAnswer" | "mayAsk"
> {
  room: RoomDetails;
  message: Message;
  /** The message as it stands in the page. */
  row: RefObject<HTMLElement | null>;
}

/** Under a message: what has been answered shortly, and by whom; and the ways to do so. */
export function AcknowledgedBy(props: AcknowledgedByProps) {
  const { room, message, acknowledged, underWay, offered, mayAnswer, mayAsk, row } = props;
  const { t } = useTranslation();
  const { personId: myId } = useMe();
  const { ask } = useQuestionActs();
  const held = useKeepsFocusInRow(row);
  const mine = saidBy(myId, acknowledged);
  const isChanged = !offered && underWay !== undefined && underWay.state.kind !== "refused";
  if (acknowledged.length === 0 && !underWay && !offered) return null;
  const about = { roomId: room.roomId, about: message.seq, underWay };
  return (
    <div className="acknowledgements" {...held}>
      {(acknowledged.length > 0 || isChanged) && (
        <ul className="plain-list acknowledged" aria-label={t("acknowledge.list")}>
          {SAYS.map((says) => {
            const people = acknowledged.filter((it) => it.says === says);
            if (people.length === 0) return null;
            const who = <Who {...{ room, says, people, myId }} />;
            return (
              <li key={says}>
                {says === mine && mayAnswer ? (
                  <OwnAcknowledgement {...about} mine={mine}>
                    {who}
                  </OwnAcknowledgement>
                ) : (
                  <span className="acknowledged__one">{who}</span>
                )}
              </li>
            );
          })}
          {isChanged && (
            <li>
              <Sending says={underWay.what.says} />
            </li>
          )}
        </ul>
      )}
      {offered && (
        <AcknowledgeButtons
          to={seatOf(room, message.senderId)?.person.name ?? t("conversation.somebody")}
          {...(mayAsk && { onAsk: () => ask(message) })}
          {...about}
        />
      )}
      <RefusedAmendment underWay={underWay} />
    </div>
  );
}

interface WhoProps {
  room: RoomDetails;
  says: Says;
  people: readonly Acknowledgement[];
  myId: string;
}

function Who({ room, says, people, myId }: WhoProps) {
  const { t } = useTranslation();
  const listed = useListed();
  const nameOf = (id: string) => shortName(room, id) || t("conversation.somebody");
  const others = people.map(({ personId }) => personId).filter((id) => id !== myId);
  const isMine = others.length < people.length;
  const shown = others.slice(0, SHOWN);
  const more = others.length - shown.length;
  const names = [
    ...shown.map(nameOf),
    ...(more > 0 ? [t("acknowledge.more", { count: more })] : []),
    ...(isMine ? [t("acknowledge.me")] : []),
  ];
  return (
    <>
      <span className="faces">
        {shown.map((id) => (
          <Face
            key={id}
            name={seatOf(room, id)?.person.name ?? ""}
            hue={hueOf(room, id)}
            size="small"
          />
        ))}
      </span>
      <Words what={t(`acknowledge.says.${says}`)}>{listed(names)}</Words>
    </>
  );
}

function Sending({ says }: { says: Answers["says"] }) {
  const { t } = useTranslation();
  const sendingText = useSendingText();
  return (
    <span className="acknowledged__one" data-sending>
      <Words what={t(`acknowledge.says.${says}`)}>{sendingText}</Words>
    </span>
  );
}

function Words({ what, children }: { what: string; children: ReactNode }) {
  return (
    <Detail as="span">
      {what}: {children}
    </Detail>
  );
}
