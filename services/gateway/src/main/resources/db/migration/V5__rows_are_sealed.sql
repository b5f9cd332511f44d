-- A session's tokens are now sealed together with all that its row says of who is in it and until when:
-- who can write here is not thereby anybody. Those from before are not sealed so: people sign in once more.
delete from session;

comment on column session.tokens is
  'access and refresh token, sealed with the session key for what SessionSeal names of this row';
