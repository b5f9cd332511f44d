import { fetched } from "../shell/Fetched";

/*
 * What the welcome does without. What all who are signed in share comes in one piece, each screen in
 * one of its own. build/first-page.ts has the pieces of a room fetched before the app asks for them.
 */

const signedIn = () => import("./signed-in");
const QUIETLY = { quiet: true };

export const SignedIn = fetched(() => signedIn().then((it) => it.SignedIn));
export const Menu = fetched(() => signedIn().then((it) => it.Menu), QUIETLY);
export const Staying = fetched(() => signedIn().then((it) => it.Staying), QUIETLY);
export const Unanswered = fetched(() => signedIn().then((it) => it.Unanswered), QUIETLY);

export const Written = fetched(
  () => import("../conversation/Written").then((it) => it.Written),
  QUIETLY,
);

export const MyRoomsScreen = fetched(() =>
  import("../rooms/MyRoomsScreen").then((it) => it.MyRoomsScreen),
);
export const RoomScreen = fetched(() => import("../rooms/RoomScreen").then((it) => it.RoomScreen));
export const ProposeScreen = fetched(() =>
  import("../rooms/ProposeScreen").then((it) => it.ProposeScreen),
);
export const ParticipantsScreen = fetched(() =>
  import("../rooms/ParticipantsScreen").then((it) => it.ParticipantsScreen),
);
export const ConsentScreen = fetched(() =>
  import("../consent/ConsentScreen").then((it) => it.ConsentScreen),
);
export const ApprovalsScreen = fetched(() =>
  import("../consent/ApprovalsScreen").then((it) => it.ApprovalsScreen),
);
export const AccessLogScreen = fetched(() =>
  import("../access-log/AccessLogScreen").then((it) => it.AccessLogScreen),
);
export const AddressScreen = fetched(() =>
  import("../address/AddressScreen").then((it) => it.AddressScreen),
);
export const AuditScreen = fetched(() =>
  import("../audit/AuditScreen").then((it) => it.AuditScreen),
);
export const SessionsScreen = fetched(() =>
  import("../session/SessionsScreen").then((it) => it.SessionsScreen),
);
export const SignOutScreen = fetched(() =>
  import("../session/SignOutScreen").then((it) => it.SignOutScreen),
);
