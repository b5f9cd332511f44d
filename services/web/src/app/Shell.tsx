import { Outlet, useLocation } from "react-router";
import { useTranslation } from "react-i18next";
import { AnswersProvider } from "../answers/AnswersProvider";
import type { Me } from "../contracts/people";
import { ConnectionNoticeElsewhere } from "../conversation/ConnectionNotice";
import { ConversationsProvider } from "../conversation/ConversationsProvider";
import { KeepingProvider } from "../conversation/KeepingProvider";
import { StrandedNotice } from "../conversation/StrandedNotice";
import { Notices } from "../notifications/Notices";
import { BusyScreen, BUSY_AT } from "../session/BusyScreen";
import { Leaving } from "../session/Leaving";
import { SignInNotice } from "../session/SignInNotice";
import { useSession } from "../session/session";
import { useWhosePage } from "../session/useWhosePage";
import { WelcomeScreen } from "../session/WelcomeScreen";
import { Header } from "./Header";
import { Unreachable } from "./Unreachable";
import { UpgradeNotice } from "../shell/UpgradeNotice";
import { Waiting } from "../shell/Waiting";

/** What surrounds every screen; nobody who is not signed in gets further than the welcome. */
export function Shell() {
  const { t } = useTranslation();
  const { session } = useSession();
  const who = useWhosePage();
  return (
    <AnswersProvider personId={who} signedIn={session.kind === "signed-in"}>
      <KeepingProvider personId={who}>
        <a className="skip-link" href="#main">
          {t("shell.skip")}
        </a>
        <Header />
        <UpgradeNotice />
        <main id="main" tabIndex={-1} className="main">
          <Inside />
        </main>
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
      return <Waiting />;
    case "unreachable":
      return <Unreachable />;
    case "leaving":
      return <Leaving />;
    case "signed-out":
      return <WelcomeScreen ended={session.ended} />;
    case "signed-in":
      return (
        <ConversationsProvider key={keyOf(session.me)} me={session.me}>
          <div className="notice quiet-when-empty">
            <SignInNotice signedIn />
          </div>
          <StrandedNotice />
          <Notices />
          <Outlet />
          <ConnectionNoticeElsewhere />
        </ConversationsProvider>
      );
  }
}

/** A socket ends with its session: who signs in anew, also in another tab, gets another one. */
function keyOf({ personId, signedInAt }: Me): string {
  return `${personId} ${signedInAt}`;
}
