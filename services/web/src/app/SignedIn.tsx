import { Outlet } from "react-router";
import type { Me } from "../contracts/people";
import { ConnectionNoticeElsewhere } from "../conversation/ConnectionNotice";
import { ConversationsProvider } from "../conversation/ConversationsProvider";
import { StrandedNotice } from "../conversation/StrandedNotice";
import { Notices } from "../notifications/Notices";
import { StandingProvider } from "../standing/StandingProvider";
import { SignInNotice } from "../session/SignInNotice";
import { Waiting } from "../shell/Waiting";
import { Coming } from "./Coming";
import { useSearchFirst } from "./useSearchFirst";

/** What surrounds every screen of one who is signed in. */
export function SignedIn({ me }: { me: Me }) {
  const onTheWay = useSearchFirst(me);
  return (
    <ConversationsProvider key={keyOf(me)} me={me} meanwhile={<Coming />}>
      <StandingProvider>
        <div className="notice quiet-when-empty">
          <SignInNotice signedIn />
        </div>
        <StrandedNotice />
        <Notices />
        {onTheWay ? <Waiting /> : <Outlet />}
        <ConnectionNoticeElsewhere />
      </StandingProvider>
    </ConversationsProvider>
  );
}

/** A socket ends with its session: who signs in anew, also in another tab, gets another one. */
function keyOf({ personId, signedInAt }: Me): string {
  return `${personId} ${signedInAt}`;
}
