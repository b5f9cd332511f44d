import { ArrowLeftIcon } from "@navikt/aksel-icons";
import type { ReactNode } from "react";
import { useMenu } from "./frame";
import { LinkButton } from "./LinkButton";

interface RoomLineProps {
  /** What the way back is called. */
  backText: string;
  /** What the menu says of the room itself. */
  about: ReactNode;
  children: ReactNode;
}

/** One slim line at the top of a room: the way back, what there is to say of the room, the menu. */
export function RoomLine({ backText, about, children }: RoomLineProps) {
  const menu = useMenu();
  return (
    <div className="room__line">
      <LinkButton
        to="/"
        className="room__back"
        variant="tertiary"
        data-color="neutral"
        size="small"
        icon={<ArrowLeftIcon title={backText} fontSize="1.5rem" />}
      />
      {children}
      {menu(about)}
    </div>
  );
}
