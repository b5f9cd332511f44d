import { useCallback, type ReactNode } from "react";
import { useLocation } from "react-router";
import { AnswersProvider } from "../answers/AnswersProvider";
import { KeepingProvider } from "../conversation/KeepingProvider";
import { BusyScreen, BUSY_AT } from "../session/BusyScreen";
import { Leaving } from "../session/Leaving";
import { useSession } from "../session/session";
import { useWhosePage } from "../session/useWhosePage";
import { beginsWithRoom, beginsWithWelcome } from "../session/welcomed";
import { WelcomeScreen } from "../session/WelcomeScreen";
import { MenuContext } from "../shell/frame";
import { Arrivals } from "../shell/useArrival";
import { RoomComes } from "../shell/RoomComes";
import { Waiting } from "../shell/Waiting";
import { BackAgain } from "./BackAgain";
import { Frame } from "./Frame";
import { Menu, SignedIn } from "./parts";
import { Unreachable } from "./Unreachable";

/** What surrounds every screen; nobody who is not signed in gets further than the welcome. */
export function Shell() {
  const { session } = useSession();
  const who = useWhosePage();
  const me = session.kind === "signed-in" ? session.me : undefined;
  const menu = useCallback((own: ReactNode) => me && <Menu me={me} own={own} />, [me]);
  return (
    <AnswersProvider
      personId={who}
      signedIn={session.kind === "signed-in"}
      unreachable={session.kind === "unreachable"}
    >
      <KeepingProvider personId={who}>
        <MenuContext value={menu}>
          <BackAgain />
          <Frame>
            <Arrivals>
              <Inside />
            </Arrivals>
          </Frame>
        </MenuContext>
      </KeepingProvider>
    </AnswersProvider>
  );
}

function Inside() {
  const { session } = useSession();
  const { pathname } = useLocation();
  if (pathname === BUSY_AT) return <BusyScreen />;
  switch (session.kind) {
    case "loading":
      if (beginsWithWelcome()) return <WelcomeScreen />;
      return beginsWithRoom() ? <RoomComes /> : <Waiting />;
    case "unreachable":
      return <Unreachable />;
    case "leaving":
      return <Leaving />;
    case "signed-out":
      return <WelcomeScreen ended={session.ended} />;
    case "signed-in":
      return <SignedIn me={session.me} />;
  }
}
