import { Route, Routes } from "react-router";
import { SIGN_OUT } from "../session/signOut";
import {
  AccessLogScreen,
  AddressScreen,
  ApprovalsScreen,
  AuditScreen,
  BlocksScreen,
  ConsentScreen,
  HelpScreen,
  IPhoneScreen,
  MyRoomsScreen,
  NewsScreen,
  NextScreen,
  NotFoundScreen,
  OpenAgainScreen,
  ParticipantsScreen,
  ProposeScreen,
  RoomScreen,
  SessionsScreen,
  SignOutScreen,
} from "./parts";
import { Shell } from "./Shell";

/** Addresses hold ids only, never a name (R9). */
export function Screens() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<MyRoomsScreen />} />
        <Route path="news" element={<NewsScreen />} />
        <Route path="next" element={<NextScreen />} />
        <Route path="rooms/new" element={<ProposeScreen />} />
        <Route path="rooms/:roomId" element={<RoomScreen />} />
        <Route path="rooms/:roomId/participants" element={<ParticipantsScreen />} />
        <Route path="rooms/:roomId/consent" element={<ConsentScreen />} />
        <Route path="rooms/:roomId/open-again" element={<OpenAgainScreen />} />
        <Route path="rooms/:roomId/approvals" element={<ApprovalsScreen />} />
        <Route path="rooms/:roomId/seen" element={<AccessLogScreen />} />
        <Route path="address" element={<AddressScreen />} />
        <Route path="blocks" element={<BlocksScreen />} />
        <Route path="audit" element={<AuditScreen />} />
        <Route path="iphone" element={<IPhoneScreen />} />
        <Route path="help" element={<HelpScreen />} />
        <Route path="sessions" element={<SessionsScreen />} />
        <Route path={SIGN_OUT.to} element={<SignOutScreen />} />
        <Route path="*" element={<NotFoundScreen />} />
      </Route>
    </Routes>
  );
}
