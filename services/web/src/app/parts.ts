import type { ComponentType } from "react";
import { fetchAllTexts } from "../language/language";
import { fetched, type Meanwhile } from "../shell/Fetched";
import { Coming } from "./Coming";

/*
 * What the welcome does without. What all who are signed in share comes in one piece, each screen in
 * one of its own. build/first-page.ts has the pieces of a room fetched before the app asks for them.
 */

/** Behind the sign-in there are texts that nobody else has fetched. */
function behindSignIn<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile?: Meanwhile,
): ComponentType<Props> {
  return fetched(
    () => Promise.all([load(), fetchAllTexts()]).then(([component]) => component),
    meanwhile,
  );
}

const signedIn = () => import("./signed-in");
const QUIETLY = { quiet: true };
const IN_ITS_PLACE = { waiting: Coming };

export const SignedIn = behindSignIn(() => signedIn().then((it) => it.SignedIn), IN_ITS_PLACE);
export const Menu = behindSignIn(() => signedIn().then((it) => it.Menu), QUIETLY);
export const Staying = behindSignIn(() => signedIn().then((it) => it.Staying), QUIETLY);
export const Waits = behindSignIn(() => signedIn().then((it) => it.Waits), QUIETLY);

export const Written = behindSignIn(
  () => import("../conversation/Written").then((it) => it.Written),
  QUIETLY,
);

export const Unanswered = behindSignIn(
  () => import("../answers/Unanswered").then((it) => it.Unanswered),
  QUIETLY,
);

export const MyRoomsScreen = behindSignIn(() =>
  import("../rooms/MyRoomsScreen").then((it) => it.MyRoomsScreen),
);
export const NewsScreen = behindSignIn(() =>
  import("../rooms/NewsScreen").then((it) => it.NewsScreen),
);
export const NextScreen = behindSignIn(() =>
  import("../standing/NextScreen").then((it) => it.NextScreen),
);
export const RoomScreen = behindSignIn(
  () => import("../rooms/RoomScreen").then((it) => it.RoomScreen),
  IN_ITS_PLACE,
);
export const ProposeScreen = behindSignIn(() =>
  import("../rooms/ProposeScreen").then((it) => it.ProposeScreen),
);
export const ParticipantsScreen = behindSignIn(() =>
  import("../rooms/ParticipantsScreen").then((it) => it.ParticipantsScreen),
);
export const ConsentScreen = behindSignIn(() =>
  import("../consent/ConsentScreen").then((it) => it.ConsentScreen),
);
export const OpenAgainScreen = behindSignIn(() =>
  import("../consent/OpenAgainScreen").then((it) => it.OpenAgainScreen),
);
export const ApprovalsScreen = behindSignIn(() =>
  import("../consent/ApprovalsScreen").then((it) => it.ApprovalsScreen),
);
export const AccessLogScreen = behindSignIn(() =>
  import("../access-log/AccessLogScreen").then((it) => it.AccessLogScreen),
);
export const AddressScreen = behindSignIn(() =>
  import("../address/AddressScreen").then((it) => it.AddressScreen),
);
export const BlocksScreen = behindSignIn(() =>
  import("../blocks/BlocksScreen").then((it) => it.BlocksScreen),
);
export const AuditScreen = behindSignIn(() =>
  import("../audit/AuditScreen").then((it) => it.AuditScreen),
);
export const IPhoneScreen = behindSignIn(() =>
  import("../notifications/IPhoneScreen").then((it) => it.IPhoneScreen),
);
export const HelpScreen = behindSignIn(() =>
  import("../help/HelpScreen").then((it) => it.HelpScreen),
);
export const SessionsScreen = behindSignIn(() =>
  import("../session/SessionsScreen").then((it) => it.SessionsScreen),
);
export const SignOutScreen = behindSignIn(() =>
  import("../session/SignOutScreen").then((it) => it.SignOutScreen),
);
export const NotFoundScreen = behindSignIn(() =>
  import("../shell/NotFoundScreen").then((it) => it.NotFoundScreen),
);
