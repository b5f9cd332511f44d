import { createBrowserRouter } from "react-router";
import { AccessLogScreen } from "../access-log/AccessLogScreen";
import { AddressScreen } from "../address/AddressScreen";
import { AuditScreen } from "../audit/AuditScreen";
import { ApprovalsScreen } from "../consent/ApprovalsScreen";
import { ConsentScreen } from "../consent/ConsentScreen";
import { MyRoomsScreen } from "../rooms/MyRoomsScreen";
import { ParticipantsScreen } from "../rooms/ParticipantsScreen";
import { ProposeScreen } from "../rooms/ProposeScreen";
import { RoomScreen } from "../rooms/RoomScreen";
import { SessionsScreen } from "../session/SessionsScreen";
import { SIGN_OUT, SignOutScreen } from "../session/SignOutScreen";
import { Broken } from "../shell/Broken";
import { NotFoundScreen } from "../shell/NotFoundScreen";
import { Shell } from "./Shell";

/** Addresses hold ids only, never a name (R9). */
export function newRouter() {
  return createBrowserRouter([
    {
      element: <Shell />,
      errorElement: <Broken />,
      children: [
        { index: true, element: <MyRoomsScreen /> },
        { path: "rooms/new", element: <ProposeScreen /> },
        { path: "rooms/:roomId", element: <RoomScreen /> },
        { path: "rooms/:roomId/participants", element: <ParticipantsScreen /> },
        { path: "rooms/:roomId/consent", element: <ConsentScreen /> },
        { path: "rooms/:roomId/approvals", element: <ApprovalsScreen /> },
        { path: "rooms/:roomId/seen", element: <AccessLogScreen /> },
        { path: "address", element: <AddressScreen /> },
        { path: "audit", element: <AuditScreen /> },
        { path: "sessions", element: <SessionsScreen /> },
        { path: SIGN_OUT.to, element: <SignOutScreen /> },
        { path: "*", element: <NotFoundScreen /> },
      ],
    },
  ]);
}
