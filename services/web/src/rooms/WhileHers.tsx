import { Fragment, useLayoutEffect, useState, type ComponentType, type ReactNode } from "react";
import { useConversations } from "../conversation/ConversationsProvider";
import { howItEnded } from "../conversation/howItEnded";
import { codeOf } from "../gateway/refusal";
import { useConnection, useEndOf } from "../conversation/useConversation";
import { RoomGone } from "./RoomGone";
import { useLetInAgain, useRoom, type RoomView } from "./rooms";

type Trouble = Extract<RoomView, { kind: "trouble" }>;
export type ViewWhileHers = Exclude<RoomView, Trouble>;

/** A room that was on the screen until now. */
type Over = Trouble & { roomId: string };

interface WhileHersProps {
  roomId: string;
  /** Around what is told where the room is not hers. */
  frame?: ComponentType<{ children: ReactNode }>;
  children: (view: ViewWhileHers) => ReactNode;
}

/**
 * A screen of a room for as long as the room is hers. What was closed before somebody's eyes she opens
 * again herself, also where she has been let in again meanwhile, or it would be no visit (R6).
 */
export function WhileHers({ roomId, frame: Frame = Fragment, children }: WhileHersProps) {
  const [over, setOver] = useState<Over>();
  if (over && over.roomId !== roomId) setOver(undefined);
  if (over?.roomId === roomId) {
    return <RoomLeft over={over} frame={Frame} onOpen={() => setOver(undefined)} />;
  }
  return (
    <Hers roomId={roomId} frame={Frame} onOver={setOver}>
      {children}
    </Hers>
  );
}

interface RoomLeftProps {
  over: Over;
  frame: ComponentType<{ children: ReactNode }>;
  onOpen: () => void;
}

/** What it knows of how the room ended outlives its frame, which changes with the window's width. */
function RoomLeft({ over, frame: Frame, onOpen }: RoomLeftProps) {
  const open = useLetInAgain(over.was);
  const connected = useConnection().kind === "open";
  const ended = useEnding(over.roomId);
  const onOpenAgain =
    open &&
    (async () => {
      const onHerWay = await open();
      if (onHerWay) onOpen();
      return onHerWay;
    });
  return (
    <Frame>
      <RoomGone {...over} {...{ ended, connected, onOpenAgain }} />
    </Frame>
  );
}

/**
 * How it ended for her. It may come after the room has gone, and is forgotten once she is let in
 * again: what has been told is not taken back before she opens the room.
 */
function useEnding(roomId: string) {
  const end = useEndOf(roomId);
  const [told, setTold] = useState(end);
  if (end !== undefined && end !== told) setTold(end);
  return told && howItEnded(told);
}

type HersProps = Required<WhileHersProps> & { onOver: (over: Over) => void };

function Hers({ roomId, frame: Frame, onOver, children }: HersProps) {
  const view = useRoom(roomId);
  const isOver = useOver(roomId, view, onOver);
  if (isOver) return null;
  if (view.kind !== "trouble") return children(view);
  return (
    <Frame>
      <RoomGone {...view} />
    </Frame>
  );
}

/** What was begun in a room that is not hers any more reaches nobody. Whether it was hers until now. */
function useOver(roomId: string, view: RoomView, onOver: (over: Over) => void): boolean {
  const { closedElsewhere } = useConversations();
  const over = view.kind === "trouble" && codeOf(view.error) === "room-unknown" ? view : undefined;
  const closed = over !== undefined;
  const wasHere = over?.was !== undefined;
  useLayoutEffect(() => {
    if (closed) closedElsewhere(roomId);
    if (over && wasHere) onOver({ ...over, roomId });
    // `over` is another one each time it is drawn.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [closed, wasHere, closedElsewhere, onOver, roomId]);
  return wasHere;
}
