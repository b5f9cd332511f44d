package no.samsnakk.rooms;

import java.sql.SQLException;

/**
 * Made-up professionals in the tables, with names as people have them; no directory has said them.
 */
final class Crowd {
  private static final String FIRST =
      "{Åse,Håkon,Kari,Nils,Anne-Lise,Bjørn,Wenche,Torbjørn,Mari,Ole,Ingrid,Øyvind,Solveig,Per,Liv,Jon}";
  private static final String LAST =
      "{Hansen,Kjærstad,Bjørnstad,Solheim,Ødegård,Aas,Thommesen,Lie,Berg,Nygård,Eidsvåg,Moen,Dahl}";
  private static final String TITLES =
      "{Fastlege,Psykolog,Psykologspesialist,Veileder,Sosionom,Helsesykepleier,Vernepleier,Overlege}";
  private static final String PLACES =
      "{Askøy,Øygarden,Bergen,Ålesund,Tromsø,Bærum,Sør-Varanger,Kristiansand,Hå,Ås,Trondheim}";
  private static final String KINDS = "{kommune,legesenter,DPS,NAV,sykehus,BUP,helsestasjon}";

  private Crowd() {}

  /** So many, in three organisations for each hundred. */
  static void of(int people) throws SQLException {
    int organisations = Math.max(1, people * 3 / 100);
    Database.execute(
        """
        insert into rooms.organisation (organisation_id, number, name)
        select gen_random_uuid(), 'B' || i,
               'Benk ' || ('%s'::text[])[1 + i %% 11] || ' ' || ('%s'::text[])[1 + i %% 7]
          from generate_series(1, %d) i"""
            .formatted(PLACES, KINDS, organisations));
    Database.execute(
        """
        insert into rooms.person
          (person_id, number_key, number_sealed, name, name_source, version, created_at, changed_at)
        select gen_random_uuid(), sha256(('benk' || i)::bytea), '',
               'Benk ' || ('%s'::text[])[1 + i %% 16] || ' ' || ('%s'::text[])[1 + i / 16 %% 13],
               'DIRECTORY', 1, now(), now()
          from generate_series(1, %d) i"""
            .formatted(FIRST, LAST, people));
    Database.execute(
        """
        insert into rooms.role (role_id, person_id, organisation_id, kind, title)
        select gen_random_uuid(), p.person_id, o.organisation_id, 'PROFESSIONAL',
               'Benk ' || ('%s'::text[])[1 + p.i %% 8]
          from (select person_id, row_number() over () as i from rooms.person
                 where name like 'Benk %%') p
          join (select organisation_id, row_number() over () - 1 as i from rooms.organisation
                 where name like 'Benk %%') o on o.i = p.i %% %d"""
            .formatted(TITLES, organisations));
    Database.execute("analyze rooms.person, rooms.role, rooms.organisation");
  }

  static void forget() throws SQLException {
    Database.execute("delete from rooms.role where title like 'Benk %'");
    Database.execute("delete from rooms.person where name like 'Benk %'");
    Database.execute("delete from rooms.organisation where name like 'Benk %'");
  }
}
